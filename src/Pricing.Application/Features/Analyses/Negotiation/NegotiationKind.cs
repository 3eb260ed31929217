using Pricing.Application.Contract;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Negotiation;

/// <summary>The range between both sides, and three options to put on the table.</summary>
internal sealed class NegotiationKind() : AnalysisKind<NegotiationParameters, NegotiationAnswer>("negotiation")
{
    private const int MostFees = 100;

    protected override NegotiationParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        var options = OptionReader.Read(parameters, subject);
        var fees = parameters.OptionalValues("fees", (values, node) => values.Number(node, "A fee", Allowed.Amount), MostFees);
        return new(options, [.. (fees ?? []).Select(fee => fee.Value)], parameters.OptionalObject("ideas", ideas => IdeasReader.Read(ideas, subject)));
    }

    protected override NegotiationAnswer Answer(AnalysisSubject subject, NegotiationParameters parameters, RunControl run) => new(
        subject.Comparison,
        [.. subject.Comparison.Structures.Select(structure => NegotiatedFee.At(structure.ExpectedFee, subject.Comparison))],
        [.. parameters.Fees.Select(fee => NegotiatedFee.At(new Money(fee), subject.Comparison))],
        [.. parameters.Options.Select(option => (option, NegotiationOption.Of(option.Comparison, option.Split)))],
        parameters.Ideas is { } ideas ? IdeaPricing.Of(subject.Comparison, ideas.Phase, ideas.Roles, ideas.Count, ideas.UsageFactor) : null);

    protected override void Write(AnswerPen pen, AnalysisSubject subject, NegotiationAnswer result)
    {
        var range = result.Comparison.BargainingRange;
        pen.Money("floor", range.Floor);
        pen.Money("ceiling", range.Ceiling);
        pen.Money("zopa", range.Zopa);
        pen.Flag("feasible", range.Feasible);
        pen.Money("nashPrice", Nash.PriceOf(range));
        pen.List("structures", result.Structures.Index(), entry =>
        {
            pen.Structure(entry.Index);
            pen.Money("expectedFee", entry.Item.Fee);
            WriteGains(pen, entry.Item);
        });
        pen.List("fees", result.Fees, fee =>
        {
            pen.Money("fee", fee.Fee);
            WriteGains(pen, fee);
        });
        pen.List("options", result.Options, entry => Write(pen, entry.Asked, entry.Option));
        pen.List("warnings", result.Warnings, warning =>
        {
            pen.Text("code", EnumCode.Of(warning.Code));
            if (warning.Option is { } option)
                pen.Whole("option", option);
        });
        if (result.Ideas is { } ideas)
            pen.Object("ideas", () => Write(pen, ideas));
    }

    protected override Chart ChartOf(AnalysisSubject subject, NegotiationAnswer result) =>
        new NegotiationChart(
        new()
        {
            Floor = subject.Comparison.BargainingRange.Floor.Amount,
            Ceiling = subject.Comparison.BargainingRange.Ceiling.Amount,
            NashPrice = Nash.PriceOf(subject.Comparison.BargainingRange)?.Amount,
            Structures = [.. result.Structures.Select(structure => structure.Fee?.Amount)],
            Fees = [.. result.Fees.Select(fee => fee.Fee!.Value.Amount)],
            Options = [.. result.Options.Select(entry => (entry.Asked.Name, entry.Option.Range.Floor.Amount, entry.Option.Range.Ceiling.Amount, entry.Option.Price?.Amount))],
        },
        ChartSubject.Of(subject.Comparison));

    private static void WriteGains(AnswerPen pen, NegotiatedFee fee)
    {
        pen.Number("split", fee.Split);
        pen.Money("agencyGain", fee.AgencyGain);
        pen.Money("clientGain", fee.ClientGain);
    }

    private static void Write(AnswerPen pen, OptionAsked asked, NegotiationOption option)
    {
        pen.Text("name", asked.Name);
        pen.Money("floor", option.Range.Floor);
        pen.Money("ceiling", option.Range.Ceiling);
        pen.Money("zopa", option.Range.Zopa);
        pen.Flag("feasible", option.Range.Feasible);
        pen.Number("split", asked.Split);
        pen.Money("price", option.Price);
        pen.Money("expectedCost", option.ExpectedCost);
        pen.Money("expectedProfit", option.ExpectedProfit);
        pen.Number("profitMargin", option.ProfitMargin);
        pen.Money("agencyGain", option.AgencyGain);
        pen.Money("clientGain", option.ClientGain);
        pen.Money("clientSurplus", option.ClientSurplus);
        pen.Money("surplusVersusAlternative", option.SurplusVersusAlternative);
        pen.Flag("beatsAlternative", option.BeatsAlternative);
    }

    private static void Write(AnswerPen pen, IdeaPricing ideas)
    {
        pen.Money("cardValue", ideas.CardValue);
        pen.Money("hourlyPrice", ideas.HourlyPrice);
        pen.Money("licenceFee", ideas.LicenceFee);
        pen.Money("licenceFeePerIdea", ideas.LicenceFeePerIdea);
        pen.Money("moneyLeftOnTable", ideas.MoneyLeftOnTable);
        pen.Money("impliedPricePerIdea", ideas.ImpliedPricePerIdea);
    }
}

internal sealed record NegotiationParameters(IReadOnlyList<OptionAsked> Options, IReadOnlyList<decimal> Fees, IdeasAsked? Ideas);

internal sealed record NegotiationAnswer(
    Comparison Comparison, IReadOnlyList<NegotiatedFee> Structures, IReadOnlyList<NegotiatedFee> Fees,
    IReadOnlyList<(OptionAsked Asked, NegotiationOption Option)> Options, IdeaPricing? Ideas)
{
    /// <summary>What calls for attention: options that differ in price alone, then options nobody would take.</summary>
    public IEnumerable<NegotiationWarning> Warnings
    {
        get
        {
            if (Options.Count > 1 && CostOf(Options[0].Asked) == CostOf(Options[^1].Asked))
                yield return new(NegotiationWarningCode.SameScope, null);
            foreach (var (place, (_, option)) in Options.Index())
            {
                if (!option.Range.Feasible)
                    yield return new(NegotiationWarningCode.NoRange, place);
                else if (option.BeatsAlternative == false)
                    yield return new(NegotiationWarningCode.WorseThanAlternative, place);
            }
        }
    }

    private static decimal CostOf(OptionAsked option) => option.Comparison.Structures[0].ExpectedCost.ToMinorUnit(option.Comparison.Currency);
}

/// <summary>Something that calls for attention.</summary>
/// <param name="Code">What it is.</param>
/// <param name="Option">Place of the option; null where it is about all.</param>
internal sealed record NegotiationWarning(NegotiationWarningCode Code, int? Option);

internal enum NegotiationWarningCode
{
    SameScope,
    NoRange,
    WorseThanAlternative,
}
