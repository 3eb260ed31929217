using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>Where a wanted price lies in the bargaining range, beside cost, list fee and the scope that fits.</summary>
/// <param name="target">The target.</param>
/// <param name="structure">Place of the structure.</param>
/// <param name="floor">The fee below which the agency walks away.</param>
/// <param name="ceiling">The fee above which the client walks away.</param>
/// <param name="subject">The engagement.</param>
public sealed class PricingTargetChart(PricingTarget target, int structure, decimal floor, decimal ceiling, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var scale = formats.ScaleFor(new[] { floor, ceiling, target.Price.Amount, target.ExpectedCost.Amount, target.ListFee?.Amount ?? 0 }.Max(Math.Abs));
        RangeLane[] lanes = [.. LanesOf(texts, formats, scale)];
        RangeMark[] marks = [.. Marks.Of(floor, ceiling, texts, scale)];
        return RangeLanes.Of(texts, Words(texts, formats, scale), (width, height), lanes, marks, floor <= ceiling ? (floor, ceiling) : null, scale);
    }

    private IEnumerable<RangeLane> LanesOf(DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var profit = texts.Say("target.profit", scale.SignedInText(target.Profit.Amount));
        yield return Lane("target.price", target.Price.Amount, Style.Blue) with { Note = profit };
        yield return Lane("target.listFee", target.ListFee?.Amount, Style.Navy) with
        {
            Note = target.Discount?.Value is { } discount ? texts.Say(discount < 0 ? "target.surcharge" : "target.discount", formats.Percent(Math.Abs(discount))) : "",
        };
        yield return Lane("target.cost", target.ExpectedCost.Amount, Style.Slate);
        if (target.Scope is { } scope)
        {
            yield return Lane("target.scopeFee", scope.ExpectedFee?.Amount, Style.Navy) with { StartsGroup = true, Note = texts.Say("target.factor", formats.Percent(scope.Factor)) };
            yield return Lane("target.scopeCost", scope.ExpectedCost.Amount, Style.Slate);
        }

        RangeLane Lane(string key, decimal? at, Colour colour) => new(texts[key], at, at is { } known ? scale.Number(known) : texts["negotiation.infeasible"], colour);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var position = floor <= ceiling ? target.RangePosition.ToString() : "none";
        var finding = texts.Say($"target.finding.{position}", scale.InText(target.Price.Amount));
        var share = target.Share is { Member: { } member, Value: { } value } ? $"{texts.Say("target.share", texts[$"share.{member}"], ShareWords(member, value))} " : "";
        return new(finding, texts.Say("target.definition", Lines.Short(subject.NameOf(structure, texts)), scale.Unit), subject.Footnote(share + texts["target.footnote"]))
        {
            Key = floor <= ceiling ? [new(texts["negotiation.zopa"], Style.BlueTint)] : [],
        };

        // A bonus pool may be a sum or a share of the fee; all others are shares.
        string ShareWords(string name, decimal known) => name == "bonusPool" && known > 1 ? scale.InText(known) : formats.Percent(known);
    }
}
