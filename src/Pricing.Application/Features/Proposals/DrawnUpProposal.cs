using Pricing.Application.Contract;
using Pricing.Documents;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Proposals;

/// <summary>A version with all its figures: the one source of its view, its page and its documents.</summary>
internal sealed class DrawnUpProposal
{
    private readonly Lazy<IReadOnlyList<ProposedOption>> options;

    private DrawnUpProposal(ProposalStatement statement, DateOnly date, ClientProposal? asSent)
    {
        (Statement, Date, options) = (statement, date, new(() => OptionsOf(statement)));
        Client = asSent ?? ClientOf(statement, date, options.Value);
    }

    /// <summary>What it says.</summary>
    public ProposalStatement Statement { get; }

    /// <summary>Its date.</summary>
    public DateOnly Date { get; }

    /// <summary>What the client may see of it.</summary>
    public ClientProposal Client { get; }

    /// <summary>The options with their comparisons, in the order of the statement; worked out when somebody inside asks.</summary>
    public IReadOnlyList<ProposedOption> Options => options.Value;

    /// <summary>Works a statement out as of a date.</summary>
    public static DrawnUpProposal Of(ProposalStatement statement, DateOnly date) => new(statement, date, asSent: null);

    /// <summary>A version as it was sent: its figures are those that the client has read, however the service works them out today.</summary>
    public static DrawnUpProposal Of(ProposalVersion sent) => new(sent.Frozen!, sent.Date!.Value, sent.SentFigures);

    /// <summary>Letter of an option, as the client reads it.</summary>
    public string LetterOf(ProposedOption option) => Client.Options.Single(shown => ReferenceEquals(Options[shown.Position], option)).Letter!;

    /// <summary>The option that the client reads under a letter.</summary>
    public ProposedOption OptionOf(string letter) => Options[Client.Options.Single(option => option.Letter == letter).Position];

    /// <summary>What is left of the offer once the client has chosen: one option, with the chosen lines in its price.</summary>
    public ClientProposal Agreed(ProposalDecision decision) =>
        Client with { Options = [Client.Options.Single(option => option.Letter == decision.Option).Chosen(decision.Extras.ToHashSet(), Client.Currency)] };

    /// <summary>The accepted proposal that it changes; null for one that stands by itself.</summary>
    public ChangedProposal? Changes => Statement.Changes is { } number ? new(number, Statement.ChangesDate) : null;

    /// <summary>Language of its documents.</summary>
    public DocumentLanguage Language => Statement.DocumentLanguage;

    /// <summary>Who writes to whom, and which version it is.</summary>
    /// <param name="status">What every page is stamped with; null for a version in force.</param>
    /// <param name="checkAddress">Where the version can be checked; null where the service has no public address.</param>
    public ProposalIdentity Identity(ProposalStatus? status, string? checkAddress) => new()
    {
        Agency = Statement.Issuer.ShortName,
        LegalName = Statement.Issuer.Name,
        Address = Statement.Issuer.Address,
        Register = Statement.Issuer.Register,
        VatId = Statement.Issuer.VatId,
        Bank = Statement.Issuer.Bank,
        Contact = Statement.Issuer.ContactName,
        ContactFunction = Statement.Issuer.ContactFunction,
        Email = Statement.Issuer.ContactEmail,
        BrandColour = Statement.Issuer.BrandColour,
        CoverColour = Statement.Issuer.CoverColour,
        Logo = Statement.Issuer.Logo,
        ClientContact = Statement.Recipient.Name,
        ClientContactFunction = Statement.Recipient.Function,
        ClientAddress = Statement.Recipient.Address,
        ClientVatId = Statement.Recipient.VatId,
        Number = Statement.Number,
        Version = Statement.Version,
        Date = Date,
        ValidUntil = Statement.LastDay(Date),
        TimeZone = Statement.TimeZone,
        Status = status,
        Changes = Changes,
        ContentHash = Statement.Hash,
        CheckAddress = checkAddress,
    };

    private static ProposedOption[] OptionsOf(ProposalStatement statement)
    {
        var comparisons = statement.Documents.Select(document => Comparison.Of(ResolvedEngagement.From(EngagementReader.Restore(document.Utf8)))).ToList();
        return
        [
            .. statement.Options.Select(option => new ProposedOption(comparisons[option.Document], option.Structure)
            {
                IsRecommended = option.IsRecommended,
                Name = option.Name,
                Reason = option.Reason,
                Milestones = option.Milestones,
                Scope = option.Scope,
                Split = option.Split,
                Extras = option.Extras,
                ExtraCosts = option.ExtraCosts ?? new Dictionary<string, decimal>(),
            }),
        ];
    }

    private static ClientProposal ClientOf(ProposalStatement statement, DateOnly date, IReadOnlyList<ProposedOption> options)
    {
        var ai = statement.Terms.Ai;
        var until = ai.PlannedPublication > date ? ai.PlannedPublication.Value : date;
        var terms = statement.Terms with { Ai = ai with { Date = date, Duties = [.. ai.Duties.Where(duty => duty.AppliesFrom <= until)] } };
        return ProposalDraft.From(options, terms) with { Title = statement.Title, Client = statement.Recipient.Company };
    }
}
