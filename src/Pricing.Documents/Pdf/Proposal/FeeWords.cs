using Pricing.Documents.Texts;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>Explains a fee in the client's own quantities.</summary>
/// <remarks>Only what a client may read: no margin, markup, contingency or rate of the structures is named here.</remarks>
internal static class FeeWords
{
    private const int MostUnits = 4;

    public static string Of(FeeOption option, ProposalContent content)
    {
        var words = option.Terms is ValueBased valueBased && !IsShare(valueBased, option, content.Proposal)
            ? content.Texts["fee.valueBasedAgreed"]
            : Of(option.Terms, content);
        if (HasPassThroughOnTop(option.Terms) && !option.PassThrough.IsZero)
            words = content.Texts.Say("fee.withPassThrough", words);
        return words;
    }

    /// <summary>The formula of a fee that follows the outcome; null where the structure has none in the client's quantities.</summary>
    public static string? Formula(FeeStructure terms, ProposalContent content)
    {
        if (terms is not Performance performance)
            return null;
        var formula = content.Texts.Say(
            "fee.performance.formula", content.Formats.Agreed(performance.BaseFee), content.Formats.Percent(performance.ValueShare));
        formula += Bounds(performance, content);
        return terms.Discount > 0 ? content.Texts.Say("fee.discounted", formula, content.Formats.Percent(terms.Discount)) : formula;
    }

    private static string Of(FeeStructure terms, ProposalContent content)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var words = terms switch
        {
            ValueBased value => texts.Say("fee.valueBased", formats.Percent(value.ValueShare)),
            Performance performance => texts.Say("fee.performance", formats.Agreed(performance.BaseFee), formats.Percent(performance.ValueShare)) + Bounds(performance, content),
            Fixed => texts["fee.fixed"],
            PerUnit list => Units(list, content),
            Subscription { SetUpFee: 0 } subscription => texts.Say("fee.subscription", formats.Agreed(subscription.MonthlyFee), formats.Quantity(subscription.Months)),
            Subscription subscription => texts.Say(
                "fee.subscriptionWithSetUp", formats.Agreed(subscription.MonthlyFee), formats.Quantity(subscription.Months), formats.Agreed(subscription.SetUpFee)),
            Retainer retainer => texts.Say("fee.retainer", formats.Quantity(retainer.Months), formats.Quantity(retainer.IncludedHours)),
            Commission commission => texts.Say("fee.commission", formats.Percent(commission.Rate), formats.Agreed(commission.GrossMedia)),
            Licence { Usage: var usage } => texts.Say(
                "fee.licence", formats.Quantity(usage.Type), formats.Quantity(usage.Territory), formats.Quantity(usage.Term), formats.Quantity(usage.Scope)),
            Hourly => texts["fee.hourly"],
            Combined combined => string.Join("; ", combined.Parts.Select(part => Part(part, content))),
            _ => throw new ArgumentException($"A {terms.Type} opens the agency's books and is in no client's proposal.", nameof(terms)),
        };
        return terms.Discount > 0 ? texts.Say("fee.discounted", words, formats.Percent(terms.Discount)) : words;
    }

    private static string Part(CombinedPart part, ProposalContent content)
    {
        var name = part.Structure.Name ?? content.Texts.List([.. part.Phases.Select(phase => content.Texts[$"phase.{phase}"])]);
        return name.Length == 0 ? Of(part.Structure, content) : content.Texts.Say("fee.part", name, Of(part.Structure, content));
    }

    private static string Units(PerUnit list, ProposalContent content)
    {
        var units = list.Units.Take(MostUnits)
            .Select(unit => content.Texts.Say("fee.unit", content.Formats.Quantity(unit.Quantity), unit.Name, content.Formats.Agreed(unit.UnitPrice)));
        var more = list.Units.Count - MostUnits;
        return string.Join(", ", units) + (more > 0 ? content.Texts.Count("fee.moreUnits", more, content.Texts.Number(more)) : "");
    }

    private static string Bounds(Performance performance, ProposalContent content)
    {
        var least = performance.MinimumFee is { } minimum ? content.Texts.Say("fee.atLeast", content.Formats.Agreed(minimum)) : "";
        var most = performance.MaximumFee is { } maximum ? content.Texts.Say("fee.atMost", content.Formats.Agreed(maximum)) : "";
        return least + most;
    }

    // The share is not the fee where a bound of the bargaining range cut it; then naming it would mislead.
    private static bool IsShare(ValueBased terms, FeeOption option, ClientProposal proposal)
    {
        var asked = terms.ValueShare * (proposal.Value.Total.Amount - option.PassThrough.Amount) * (1 - terms.Discount) + option.PassThrough.Amount;
        return Math.Abs(asked - option.ExpectedFee.Amount) < 0.01m;
    }

    private static bool HasPassThroughOnTop(FeeStructure terms) => terms is not Fixed and not Combined;
}
