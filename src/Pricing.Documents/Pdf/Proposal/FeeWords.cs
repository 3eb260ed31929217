using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>Explains a fee in the client's own quantities.</summary>
/// <remarks>Only what a client may read: no margin, markup, contingency or rate of the structures is named here.</remarks>
internal static class FeeWords
{
    private const int MostUnits = 4;

    public static string Of(FeeOption option, ProposalContent content)
    {
        var words = option.Terms is ClientTerms.ShareOfValue share && !IsShare(share, option, content.Proposal)
            ? content.Texts["fee.valueBasedAgreed"]
            : Of(option.Terms, content);
        if (option.Discount > 0)
            words = content.Texts.Say("fee.discounted", words, content.Formats.Percent(option.Discount));
        if (HasPassThroughOnTop(option.Terms) && !option.PassThrough.IsZero)
            words = content.Texts.Say("fee.withPassThrough", words);
        return words;
    }

    /// <summary>The formula of a fee that follows the outcome; null where the structure has none in the client's quantities.</summary>
    public static string? Formula(FeeOption option, ProposalContent content)
    {
        if (option.Terms is not ClientTerms.BaseAndShare performance)
            return null;
        var formula = content.Texts.Say(
            "fee.performance.formula", content.Formats.Agreed(performance.BaseFee), content.Formats.Percent(performance.ValueShare));
        formula += Bounds(performance, content);
        return option.Discount > 0 ? content.Texts.Say("fee.discounted", formula, content.Formats.Percent(option.Discount)) : formula;
    }

    private static string Of(ClientTerms terms, ProposalContent content)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        return terms switch
        {
            ClientTerms.ShareOfValue value => texts.Say("fee.valueBased", formats.Percent(value.ValueShare)),
            ClientTerms.BaseAndShare performance => texts.Say("fee.performance", formats.Agreed(performance.BaseFee), formats.Percent(performance.ValueShare)) + Bounds(performance, content),
            ClientTerms.OnePrice => texts["fee.fixed"],
            ClientTerms.PriceList list => Units(list, content),
            ClientTerms.MonthlyPrice { SetUpFee: 0 } subscription => texts.Say("fee.subscription", formats.Agreed(subscription.MonthlyFee), formats.Quantity(subscription.Months)),
            ClientTerms.MonthlyPrice subscription => texts.Say(
                "fee.subscriptionWithSetUp", formats.Agreed(subscription.MonthlyFee), formats.Quantity(subscription.Months), formats.Agreed(subscription.SetUpFee)),
            ClientTerms.MonthlyHours retainer => texts.Say("fee.retainer", formats.Quantity(retainer.Months), formats.Quantity(retainer.IncludedHours)),
            ClientTerms.MediaCommission commission => texts.Say("fee.commission", formats.Percent(commission.Rate), formats.Agreed(commission.GrossMedia)),
            ClientTerms.IdeaLicence { Usage: var usage } => texts.Say(
                "fee.licence", formats.Quantity(usage.Type), formats.Quantity(usage.Territory), formats.Quantity(usage.Term), formats.Quantity(usage.Scope)),
            ClientTerms.TimeAndMaterials => texts["fee.hourly"],
            ClientTerms.ByPhase combined => string.Join("; ", combined.Parts.Select(part => Part(part, content))),
            _ => throw new ArgumentException($"There are no words for {terms.GetType().Name}.", nameof(terms)),
        };
    }

    private static string Part(PartTerms part, ProposalContent content)
    {
        var name = part.Name ?? content.Texts.List([.. part.Phases.Select(phase => content.Texts[$"phase.{phase}"])]);
        return name.Length == 0 ? Of(part.Terms, content) : content.Texts.Say("fee.part", name, Of(part.Terms, content));
    }

    private static string Units(ClientTerms.PriceList list, ProposalContent content)
    {
        var units = list.Units.Take(MostUnits)
            .Select(unit => content.Texts.Say("fee.unit", content.Formats.Quantity(unit.Quantity), unit.Name, content.Formats.Agreed(unit.UnitPrice)));
        var more = list.Units.Count - MostUnits;
        return string.Join(", ", units) + (more > 0 ? content.Texts.Count("fee.moreUnits", more, content.Texts.Number(more)) : "");
    }

    private static string Bounds(ClientTerms.BaseAndShare performance, ProposalContent content)
    {
        var least = performance.MinimumFee is { } minimum ? content.Texts.Say("fee.atLeast", content.Formats.Agreed(minimum)) : "";
        var most = performance.MaximumFee is { } maximum ? content.Texts.Say("fee.atMost", content.Formats.Agreed(maximum)) : "";
        return least + most;
    }

    // The share is not the fee where a bound of the bargaining range cut it; then naming it would mislead.
    private static bool IsShare(ClientTerms.ShareOfValue terms, FeeOption option, ClientProposal proposal)
    {
        var asked = terms.ValueShare * (proposal.Value.Total.Amount - option.PassThrough.Amount) * (1 - option.Discount) + option.PassThrough.Amount;
        return Math.Abs(asked - option.ExpectedFee.Amount) < 0.01m;
    }

    private static bool HasPassThroughOnTop(ClientTerms terms) => terms is not ClientTerms.OnePrice and not ClientTerms.ByPhase;
}
