using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Outbox;

namespace Pricing.Application.Features.PersonalData;

/// <summary>What is stored of a client, written down to be handed out: without a figure of the inside.</summary>
internal static class ClientExport
{
    /// <summary>Adds it to what is stored of the client itself.</summary>
    public static void Write(JsonObject data, ClientHoldings held)
    {
        data["externalIds"] = Ids(held.Clients[0]);
        data["engagements"] = List(held.Engagements, engagement => new()
        {
            ["id"] = engagement.Id.ToString(),
            ["name"] = engagement.Name,
            ["stage"] = EnumCode.Of(engagement.Stage),
            ["client"] = ClientOf(engagement.SentDocument),
            ["internalNotes"] = engagement.InternalNotes,
            ["lossReason"] = engagement.LossReason,
            ["externalIds"] = Ids(engagement),
        });
        data["scenarios"] = List(held.Scenarios, scenario => new()
        {
            ["id"] = scenario.Id.ToString(),
            ["name"] = scenario.Name,
            ["note"] = scenario.Note,
            ["client"] = ClientOf(scenario.SentDocument),
        });
        data["proposals"] = List(held.Proposals, proposal => Proposal(proposal, held));
        data["toldByCrm"] = List(held.Told, told => new() { ["at"] = At(told.ReceivedAt), ["dealId"] = told.DealId, ["body"] = told.Body });
    }

    private static JsonObject Proposal(ProposalRecord proposal, ClientHoldings held) => new()
    {
        ["id"] = proposal.Id.ToString(),
        ["number"] = proposal.Number,
        ["title"] = proposal.Title,
        ["state"] = EnumCode.Of(proposal.State),
        ["versions"] = List(held.Versions.Where(version => version.ProposalId == proposal.Id), Version),
        ["questions"] = List(held.Questions.Where(question => question.ProposalId == proposal.Id), question => new()
        {
            ["at"] = At(question.CreatedAt),
            ["askedBy"] = question.AskedBy,
            ["text"] = question.Text,
            ["answer"] = question.Answer,
        }),
        ["links"] = List(held.Links.Where(link => link.ProposalId == proposal.Id), link => new()
        {
            ["name"] = link.Name,
            ["expiresAt"] = At(link.ExpiresAt),
            ["openings"] = List(held.Openings.Where(opening => opening.LinkId == link.Id), opening => new() { ["at"] = At(opening.At), ["agent"] = opening.Agent }),
        }),
        ["steps"] = List(held.Steps.Where(step => step.ProposalId == proposal.Id), step => new()
        {
            ["at"] = At(step.At),
            ["step"] = EnumCode.Of(step.Step),
            ["clientPerson"] = step.ClientPerson,
            ["why"] = step.Why,
        }),
        ["mails"] = List(held.Mails.Where(mail => mail.RecordId == proposal.Id), Mail),
    };

    private static JsonObject Version(ProposalVersion version) => new()
    {
        ["number"] = version.Number,
        ["state"] = EnumCode.Of(version.State),
        ["sentAt"] = version.SentAt is { } sentAt ? At(sentAt) : null,
        ["recipient"] = JsonSerializer.SerializeToNode(version.Frozen?.Recipient ?? version.StatedTerms.Recipient, ProposalJson.Options),
        ["situation"] = version.StatedTerms.Situation,
        ["decision"] = JsonSerializer.SerializeToNode(version.Decided, ProposalJson.Options),
    };

    // Mail to the proposal's owner tells of the client, but the address is the owner's.
    private static JsonObject Mail(OutgoingMail mail) => new()
    {
        ["at"] = At(mail.CreatedAt),
        ["kind"] = mail.Kind,
        ["to"] = ProposalMails.IsForClient(mail.Kind) ? mail.To : null,
        ["subject"] = mail.Subject,
    };

    private static JsonArray Ids(KnownRecord record) => List(record.ExternalIds, id => new() { ["system"] = id.System, ["id"] = id.Id });

    private static JsonArray List<T>(IEnumerable<T> entries, Func<T, JsonObject> write) => new([.. entries.Select(write)]);

    private static JsonNode? ClientOf(string document) => JsonNode.Parse(document)!["client"]?.DeepClone();

    internal static string At(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
