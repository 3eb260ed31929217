using System.Globalization;
using Pricing.Application.Features.Proposals;
using Pricing.Documents.ClientPages;
using Pricing.Model.Proposals;

namespace Pricing.Api.ClientPages;

/// <summary>A proposal's page: what it shows, and what was typed into it.</summary>
/// <param name="Token">The link's token; forms and documents lie below it.</param>
/// <param name="Shared">What the client may see.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Now">The moment at which it is shown.</param>
public sealed record PageModel(string Token, SharedProposal Shared, PageForm Form, DateTimeOffset Now)
{
    /// <summary>What the page says.</summary>
    public PageContent Content { get; } = new(Shared.Proposal, Shared.Identity, PageWords.Of(Shared.Language, Shared.Proposal.Currency));

    /// <summary>The language.</summary>
    public PageWords Words => Content.Words;

    /// <summary>The offer.</summary>
    public ClientProposal Proposal => Shared.Proposal;

    /// <summary>What is agreed beside the fee; a proposal that was sent has it.</summary>
    public AgreedTerms Terms => Shared.Proposal.Terms!;

    /// <summary>Address of the page.</summary>
    public string Address => $"/p/{Token}";

    /// <summary>Whom a client asks.</summary>
    public string Contact => Shared.Identity.Contact ?? Words["state.contact"];

    /// <summary>The option that is chosen on the page: the client's, or the recommended one.</summary>
    public FeeOption Chosen => Proposal.Options.FirstOrDefault(option => option.Letter == Form.Option) ?? Proposal.Recommended;

    /// <summary>Whether a line of an option is chosen on the page.</summary>
    public bool IsChosen(FeeOption option, Extra extra) => ChosenOf(option).Contains(extra.Code);

    /// <summary>What an option costs as chosen on the page; null for a choice that is none.</summary>
    public OptionTotal? TotalOf(FeeOption option) => ChosenOf(option) is var chosen && option.IsChoice([.. chosen]) ? option.With(chosen, Proposal.Currency) : null;

    /// <summary>What the client can do here, in a sentence that begins with a number.</summary>
    public string Lead
    {
        get
        {
            var lead = Words.Count("page.lead", Proposal.Options.Count);
            return char.ToUpperInvariant(lead[0]) + lead[1..];
        }
    }

    /// <summary>An amount in the smallest unit, as the page's script counts.</summary>
    public string Minor(decimal amount) => (amount / Proposal.Currency.MinorUnit).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>Today where the client is.</summary>
    public string Today => Local(Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment where the client is.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Shared.Identity.TimeZone ?? "UTC", out var zone) ? TimeZoneInfo.ConvertTime(moment, zone) : moment;

    /// <summary>Size of a file.</summary>
    public string Size(long bytes) => bytes >= 1_000_000
        ? Words.Say("documents.size.mb", Words.Quantity(Math.Ceiling(bytes / 100_000m) / 10))
        : Words.Say("documents.size.kb", Words.Quantity(Math.Ceiling(bytes / 1_000m)));

    // Where nothing was chosen yet, what is in the price is: the shown price is then the total.
    private IReadOnlySet<string> ChosenOf(FeeOption option) =>
        Form.Extras is { } extras && option.Letter == Form.Option ? extras.ToHashSet() : option.BaseExtras;
}
