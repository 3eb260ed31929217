using Pricing.Documents;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Proposals;

/// <summary>A version as machines read it: what its PDF says, and nothing of the inside.</summary>
/// <param name="Number">Number of the proposal.</param>
/// <param name="Version">Version.</param>
/// <param name="ContentHash">Hash of its content.</param>
/// <param name="Title">Title.</param>
/// <param name="Changes">The accepted proposal that it changes; null for one that stands by itself.</param>
/// <param name="Issuer">Name of the company that issues it.</param>
/// <param name="Client">Name of the client.</param>
/// <param name="Date">Its date.</param>
/// <param name="ValidUntil">Last day on which it can be accepted.</param>
/// <param name="Currency">ISO 4217 code of every amount.</param>
/// <param name="Options">The options, highest price first.</param>
/// <param name="Terms">What is agreed beside the fee.</param>
public sealed record ProposalData(
    string Number, int Version, string ContentHash, string Title, ChangedProposal? Changes, string Issuer, string? Client, DateOnly Date, DateOnly ValidUntil, string Currency,
    IReadOnlyList<ProposalOptionView> Options, AgreedTerms Terms)
{
    internal static ProposalData Of(DrawnUpProposal drawn) => new(
        drawn.Statement.Number, drawn.Statement.Version, drawn.Statement.Hash, drawn.Statement.Title, drawn.Changes, drawn.Statement.Issuer.Name, drawn.Client.Client, drawn.Date,
        drawn.Statement.LastDay(drawn.Date), drawn.Client.Currency.Code, ProposalOptionView.All(drawn), drawn.Client.Terms!);
}

/// <summary>An option as the client reads it.</summary>
/// <param name="Letter">A, B or C.</param>
/// <param name="Name">Name.</param>
/// <param name="IsRecommended">Whether the agency recommends it.</param>
/// <param name="Scope">Name of its scope; null where all options deliver the same.</param>
/// <param name="Net">Expected net price, with the preselected line of each group.</param>
/// <param name="VatLines">VAT by rate.</param>
/// <param name="Vat">VAT of all rates.</param>
/// <param name="Gross">Net and VAT.</param>
/// <param name="LowestFee">Smallest net price over the modelled outcomes and efforts; no bound of what the contract allows.</param>
/// <param name="HighestFee">Largest net price over the modelled outcomes and efforts; no bound of what the contract allows.</param>
/// <param name="AsRecommended">Net, VAT and gross with all preselected lines.</param>
/// <param name="AtMost">Net, VAT and gross with every optional line and the dearest of each group.</param>
/// <param name="Deliverables">What it delivers.</param>
/// <param name="Lines">Lines of the price; with the line for rounding they add to the net price.</param>
/// <param name="Extras">Lines that the client chooses.</param>
/// <param name="Instalments">When what is paid.</param>
public sealed record ProposalOptionView(
    string Letter, string Name, bool IsRecommended, string? Scope, decimal Net, IReadOnlyList<VatLine> VatLines, decimal Vat, decimal Gross, decimal LowestFee, decimal HighestFee,
    OptionTotal AsRecommended, OptionTotal AtMost, IReadOnlyList<Deliverable> Deliverables, IReadOnlyList<ProposalLineView> Lines, IReadOnlyList<Extra> Extras,
    IReadOnlyList<InstalmentView> Instalments)
{
    internal static IReadOnlyList<ProposalOptionView> All(DrawnUpProposal drawn) => [.. drawn.Client.Options.Select(option => Of(option, drawn.Client.Currency, drawn.Language))];

    private static ProposalOptionView Of(FeeOption option, Currency currency, DocumentLanguage language)
    {
        var lines = option.Lines.Select(line => new ProposalLineView(line.Group, line.Phase, ShownLines.NameOf(line, language, currency), line.Quantity, line.Unit, line.Amount.ToMinorUnit(currency))
        {
            Markup = line.Markup,
            Rate = line.Rate,
            Base = line.Base?.ToMinorUnit(currency),
        }).ToList();
        if (ShownLines.RoundingOf(option, language, currency) is { } rounding)
            lines.Add(new(PriceGroup.Service, null, rounding.Name, null, null, rounding.Amount));
        return new(
            option.Letter!, option.Name, option.IsRecommended, option.Scope, option.Net, option.VatLines, option.Vat, option.Gross, option.LowestFee.ToMinorUnit(currency),
            option.HighestFee.ToMinorUnit(currency), option.With(option.RecommendedExtras, currency), option.With(option.AllExtras, currency), option.Deliverables, lines, option.Extras,
            [.. option.Instalments.Select(instalment => new InstalmentView(instalment.Milestone.Name, instalment.Milestone.Due, instalment.Net, instalment.Vat, instalment.Gross))]);
    }
}

/// <summary>A line of a price.</summary>
/// <param name="Group">service, thirdParty, success or discount.</param>
/// <param name="Phase">Phase; null for none.</param>
/// <param name="Name">What it is; null where the group says all.</param>
/// <param name="Quantity">How many units; null for a lump sum.</param>
/// <param name="Unit">What is counted; null for a lump sum.</param>
/// <param name="Amount">Net amount.</param>
public sealed record ProposalLineView(PriceGroup Group, Phase? Phase, string? Name, decimal? Quantity, string? Unit, decimal Amount)
{
    /// <summary>The markup that the price of a third party contains, a fraction; null where the line is none.</summary>
    public decimal? Markup { get; init; }

    /// <summary>The fraction that a levy or discount takes of its base; null where the line is neither.</summary>
    public decimal? Rate { get; init; }

    /// <summary>What a levy or discount is a fraction of, net; null where the line is neither.</summary>
    public decimal? Base { get; init; }
}

/// <summary>An instalment.</summary>
/// <param name="Name">What has happened by then.</param>
/// <param name="Due">When; null where the name says it.</param>
/// <param name="Net">Net.</param>
/// <param name="Vat">VAT on it.</param>
/// <param name="Gross">Net and VAT.</param>
public sealed record InstalmentView(string Name, string? Due, decimal Net, decimal Vat, decimal Gross);
