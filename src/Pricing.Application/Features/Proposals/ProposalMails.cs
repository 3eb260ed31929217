using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>What mail tells of a proposal.</summary>
internal enum ProposalNotice
{
    /// <summary>To the client: the link.</summary>
    Sent,

    /// <summary>To the client: an answer stands on the page.</summary>
    Answered,

    /// <summary>To the client: what was accepted.</summary>
    Confirmed,

    /// <summary>To the client: the last day comes.</summary>
    Reminder,

    /// <summary>To the owner: the client has opened it.</summary>
    Viewed,

    /// <summary>To the owner: the client asks.</summary>
    Asked,

    /// <summary>To the owner: the client has accepted.</summary>
    Accepted,

    /// <summary>To the owner: the client has declined.</summary>
    Declined,

    /// <summary>To the owner: the last day comes.</summary>
    Expiring,
}

/// <summary>Writes mail about proposals, in the reader's language and without a figure of the inside. It leaves with the change, or not at all.</summary>
internal sealed class ProposalMails(PricingDb db, MailSettings settings, ProposalLibrary library, TimeProvider time)
{
    private static readonly string[] German = ["DE", "AT", "CH", "LI"];

    /// <summary>Whether mail of a kind goes to the client.</summary>
    public static bool IsForClient(string kind) => Enum.GetValues<ProposalNotice>().Any(notice => IsForClient(notice) && EnumCode.Of(notice) == kind);

    private static bool IsForClient(ProposalNotice notice) => notice <= ProposalNotice.Reminder;

    /// <summary>Writes to the client, where an address is known, or to the proposal's owner and whoever stands in for the owner today. A test leaves nothing.</summary>
    /// <param name="notice">What to tell.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="version">The version, which was sent.</param>
    /// <param name="link">The client's link; null where the mail holds none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task Write(ProposalNotice notice, ProposalRecord proposal, ProposalVersion version, string? link, CancellationToken cancellationToken)
    {
        if (!settings.IsOn || version.IsTest)
            return;
        var statement = version.Frozen!;
        var readers = IsForClient(notice) ? [new(null, statement.Recipient.Name, statement.Recipient.Email)] : await Inside(proposal.OwnerId, statement, cancellationToken);
        foreach (var reader in readers.Where(reader => reader.Email is not null))
            Write(notice, proposal, version, link, reader);
    }

    // Not instead of the owner: who is away may still read, and who stands in may be away too.
    private async Task<IReadOnlyList<Reader>> Inside(Guid ownerId, ProposalStatement statement, CancellationToken cancellationToken)
    {
        var owner = await db.Users.AsNoTracking().SingleAsync(user => user.Id == ownerId, cancellationToken);
        var deputyId = owner.DeputyOn(statement.Issuer.Today(time));
        var people = await db.Users.AsNoTracking().Where(user => (user.Id == ownerId || user.Id == deputyId) && user.DeactivatedAt == null).OrderBy(user => user.Id).ToListAsync(cancellationToken);
        return [.. people.Select(person => new Reader(person.Id, person.Name, person.Email))];
    }

    private void Write(ProposalNotice notice, ProposalRecord proposal, ProposalVersion version, string? link, Reader reader)
    {
        var statement = version.Frozen!;
        var language = IsForClient(notice) ? statement.Language : German.Contains(statement.Issuer.Country) ? "de" : "en";
        var words = library.Mail(notice);
        var parts = new Dictionary<string, string>
        {
            ["number"] = statement.Number,
            ["change"] = statement.Changes is { } changed ? library.MailChange.In(language).Replace("{changed}", changed, StringComparison.Ordinal) : "",
            ["version"] = statement.Version.ToString(CultureInfo.InvariantCulture),
            ["title"] = statement.Title,
            ["agency"] = statement.Issuer.ShortName,
            ["contact"] = statement.Issuer.ContactName,
            ["client"] = statement.Recipient.Company ?? "",
            ["name"] = reader.Name ?? "",
            ["lastDay"] = version.ValidUntil!.Value.ToString(language == "de" ? "dd.MM.yyyy" : "d MMM yyyy", CultureInfo.InvariantCulture),
            ["option"] = version.Decided is { Option: { } letter, OptionName: var name } ? $"{letter}, {name}" : "",
            ["hash"] = version.ContentHash!,
            ["link"] = link ?? "",
        };
        db.Add(OutgoingMail.Of(
            proposal.TenantId, proposal.Id, EnumCode.Of(notice), reader.UserId, statement.Issuer.ShortName, statement.Issuer.ContactEmail, reader.Email!,
            OneLine.Of($"{Filled(words.Subject.In(language))}"), Filled(words.Body.In(language)), time.GetUtcNow()));

        string Filled(string text) => parts.Aggregate(text, (filled, part) => filled.Replace($"{{{part.Key}}}", part.Value, StringComparison.Ordinal));
    }

    // No user where it is the client.
    private sealed record Reader(Guid? UserId, string? Name, string? Email);
}

/// <summary>Words of mail about proposals.</summary>
/// <param name="Change">What follows the number of a proposal that changes an accepted one.</param>
/// <param name="Notices">The mails.</param>
internal sealed record MailsFile(Bilingual Change, IReadOnlyDictionary<string, MailWords> Notices);

/// <summary>Words of one mail, with gaps in braces.</summary>
internal sealed record MailWords(Bilingual Subject, Bilingual Body);

/// <summary>The mails about a proposal, the newest first: what left, and what did not.</summary>
/// <param name="Id">The proposal.</param>
public sealed record ListProposalMails(Guid Id) : IRequest<IReadOnlyList<MailView>>;

/// <summary>A mail about a proposal.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="To">Address that it goes to.</param>
/// <param name="Subject">Subject.</param>
/// <param name="State">waiting, sent or failed.</param>
/// <param name="Attempts">Attempts made.</param>
/// <param name="LastError">What the mail server said last; null where it said nothing wrong.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
public sealed record MailView(string Kind, string To, string Subject, MailState State, int Attempts, string? LastError, DateTimeOffset CreatedAt);

internal sealed class ListProposalMailsHandler(PricingDb db) : IRequestHandler<ListProposalMails, IReadOnlyList<MailView>>
{
    private const int Most = 100;

    public async Task<IReadOnlyList<MailView>> Handle(ListProposalMails request, CancellationToken cancellationToken)
    {
        await db.ReadProposal(request.Id, null, cancellationToken);
        return await db.OutgoingMails.AsNoTracking().Where(mail => mail.RecordId == request.Id).OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id).Take(Most)
            .Select(mail => new MailView(mail.Kind, mail.To, mail.Subject, mail.State, mail.Attempts, mail.LastError, mail.CreatedAt)).ToListAsync(cancellationToken);
    }
}
