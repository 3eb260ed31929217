using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>Explains a fee in the client's own quantities.</summary>
/// <remarks>Only what a client may read: no margin, markup, contingency or rate of the structures is named here.</remarks>
internal static class FeeWords
{
    // More than these stand in the price table alone.
    private const int MostUnits = 2;

    /// <summary>The whole calculation.</summary>
    public static string Of(FeeOption option, ProposalContent content) => Words(option, content, isShort: false);

    /// <summary>The calculation in a few words, for a place beside others; the whole one stands with the prices.</summary>
    public static string Short(FeeOption option, ProposalContent content) => Words(option, content, isShort: true);

    /// <summary>Prices of an hour by role, where a part of the fee follows the hours; null for none.</summary>
    public static string? Rates(FeeOption option, ProposalContent content)
    {
        var terms = option.Terms is ClientTerms.ByPhase combined ? combined.Parts.Select(part => part.Terms) : [option.Terms];
        var rates = terms.OfType<ClientTerms.TimeAndMaterials>().SelectMany(hourly => hourly.Rates).Distinct()
            .Select(rate => content.Texts.Say("fee.rate", rate.Role, content.Formats.Money(rate.Rate))).ToArray();
        return rates.Length == 0 ? null : content.Texts.Say("fee.rates", string.Join("; ", rates));
    }

    private static string Words(FeeOption option, ProposalContent content, bool isShort)
    {
        var words = option.Terms is ClientTerms.ShareOfValue share && !IsShare(share, option, content.Proposal)
            ? content.Texts["fee.valueBasedAgreed"]
            : Of(option.Terms, content, isShort);
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
            performance.BaseFee == 0 ? "fee.performance.shareFormula" : "fee.performance.formula", content.Formats.Agreed(performance.BaseFee), content.Formats.Percent(performance.ValueShare));
        formula += Bounds(performance, content);
        return option.Discount > 0 ? content.Texts.Say("fee.discounted", formula, content.Formats.Percent(option.Discount)) : formula;
    }

    /// <summary>The bounds of a fee as they are agreed, which the modelled cases need not reach; null for none, or a fee that they do not move.</summary>
    public static string? Limits(FeeOption option, ProposalContent content)
    {
        var limits = Limits(option.Terms, content);
        if (limits.Length == 0)
            return null;
        var discount = option.Discount > 0 ? content.Texts["fee.limits.beforeDiscount"] : "";
        var thirdParties = option.PassThrough.IsZero ? "" : content.Texts["fee.limits.withoutThirdParties"];
        return content.Texts.Say("fee.limits", limits, discount + thirdParties);
    }

    private static string Limits(ClientTerms terms, ProposalContent content) => terms switch
    {
        ClientTerms.BaseAndShare performance => Bounds(performance, content).TrimStart(',', ' '),
        ClientTerms.TimeAndMaterials { Cap: { } cap } => content.Texts.Say("fee.cap", content.Formats.Agreed(cap)).TrimStart(',', ' '),
        ClientTerms.ByPhase combined => string.Join("; ", combined.Parts.Where(part => Limits(part.Terms, content).Length > 0)
            .Select(part => part.Name is { } name ? content.Texts.Say("fee.part", name, Limits(part.Terms, content)) : Limits(part.Terms, content))),
        _ => "",
    };

    private static string Of(ClientTerms terms, ProposalContent content, bool isShort)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        return terms switch
        {
            ClientTerms.ShareOfValue value => texts.Say("fee.valueBased", formats.Percent(value.ValueShare)),
            ClientTerms.BaseAndShare performance => texts.Say(performance.BaseFee == 0 ? "fee.performance.share" : "fee.performance", formats.Agreed(performance.BaseFee), formats.Percent(performance.ValueShare)) + Bounds(performance, content),
            ClientTerms.OnePrice => texts["fee.fixed"],
            ClientTerms.PriceList { Units.Count: > MostUnits and var count } when isShort => texts.Say("fee.priceList", texts.Number(count)),
            ClientTerms.PriceList list => string.Join(", ", list.Units.Select(unit => texts.Say("fee.unit", formats.Quantity(unit.Quantity), unit.Name, formats.Agreed(unit.UnitPrice)))),
            ClientTerms.MonthlyPrice { SetUpFee: 0 } subscription => texts.Say("fee.subscription", formats.Agreed(subscription.MonthlyFee), formats.Quantity(subscription.Months)),
            ClientTerms.MonthlyPrice subscription => texts.Say(
                "fee.subscriptionWithSetUp", formats.Agreed(subscription.MonthlyFee), formats.Quantity(subscription.Months), formats.Agreed(subscription.SetUpFee)),
            ClientTerms.MonthlyHours retainer => Retainer(retainer, content),
            ClientTerms.MediaCommission commission => texts.Say("fee.commission", formats.Percent(commission.Rate), formats.Agreed(commission.GrossMedia)),
            ClientTerms.IdeaLicence when isShort => texts["fee.licence.short"],
            ClientTerms.IdeaLicence { Usage: var usage, BaseFee: { } making, Idea: { } idea } => texts.Say(
                "fee.licence.sums", formats.Quantity(usage.Type), formats.Quantity(usage.Territory), formats.Quantity(usage.Term), formats.Quantity(usage.Scope),
                formats.Money(making), formats.Money(idea), formats.Money(idea * usage.Sum)),
            ClientTerms.IdeaLicence { Usage: var usage } => texts.Say(
                "fee.licence", formats.Quantity(usage.Type), formats.Quantity(usage.Territory), formats.Quantity(usage.Term), formats.Quantity(usage.Scope)),
            ClientTerms.TimeAndMaterials hourly => texts[hourly.Rates.Count > 0 ? "fee.hourlyAtRates" : "fee.hourly"]
                + (hourly.Cap is { } cap ? texts.Say("fee.cap", formats.Agreed(cap)) : ""),
            ClientTerms.ByPhase combined => string.Join("; ", combined.Parts.Select(part => Part(part, content, isShort))),
            _ => throw new ArgumentException($"There are no words for {terms.GetType().Name}.", nameof(terms)),
        };
    }

    private static string Retainer(ClientTerms.MonthlyHours retainer, ProposalContent content)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var (months, hours) = (formats.Quantity(retainer.Months), formats.Quantity(retainer.IncludedHours));
        var free = formats.Quantity(retainer.FreeHours);
        return retainer switch
        {
            { Price: { } price, FurtherHour: { } further } when retainer.FreeHours > retainer.IncludedHours =>
                texts.Say("fee.retainer.free", months, hours, formats.Money(price), formats.Money(further), free),
            { Price: { } price } when retainer.FreeHours > retainer.IncludedHours => texts.Say("fee.retainer.freePrice", months, hours, formats.Money(price), free),
            _ when retainer.FreeHours > retainer.IncludedHours => texts.Say("fee.retainer.freeHours", months, hours, free),
            { Price: { } price, FurtherHour: { } further } => texts.Say("fee.retainer.prices", months, hours, formats.Money(price), formats.Money(further)),
            { Price: { } price } => texts.Say("fee.retainer.price", months, hours, formats.Money(price)),
            _ => texts.Say("fee.retainer", months, hours),
        };
    }

    private static string Part(PartTerms part, ProposalContent content, bool isShort)
    {
        var name = part.Name ?? content.Texts.List([.. part.Phases.Select(phase => content.Texts[$"phase.{phase}"])]);
        var words = part.Terms is ClientTerms.OnePrice ? content.Texts[isShort ? "fee.fixedPart.short" : "fee.fixedPart"] : Of(part.Terms, content, isShort);
        return name.Length == 0 ? words : content.Texts.Say("fee.part", name, words);
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

    // A fixed price holds its third parties, and a combination of nothing but fixed prices all of them.
    private static bool HasPassThroughOnTop(ClientTerms terms) =>
        terms is ClientTerms.ByPhase combined ? combined.Parts.Any(part => HasPassThroughOnTop(part.Terms)) : terms is not ClientTerms.OnePrice;
}
