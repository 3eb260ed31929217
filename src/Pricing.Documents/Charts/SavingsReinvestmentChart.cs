using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>From the cost of classic production to what is saved, what of it is put into hero pieces and what is kept.</summary>
/// <param name="savings">The savings.</param>
/// <param name="subject">The engagement.</param>
public sealed class SavingsReinvestmentChart(SavingsReinvestment savings, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var (all, saving, kept) = (savings.AllClassicCost.Amount, savings.Saving.Amount, savings.Kept.Amount);
        var scale = formats.ScaleFor(new[] { all, saving, kept, savings.CurrentCost.Amount }.Max(Math.Abs));
        var afterCurrent = (savings.AllClassicCost - savings.CurrentCost).Amount;
        var afterPieces = (savings.Kept + savings.Rest).Amount;
        BarRow[] rows =
        [
            new(texts["savings.classic"], all, scale.Number(all), Style.Slate),
            Step("savings.current", all, afterCurrent, Style.Slate),
            Step("savings.setUp", afterCurrent, saving, Style.Slate),
            new(texts["savings.saving"], saving, scale.Signed(saving), saving < 0 ? Style.Ochre : Style.Blue) { IsSum = true },
            Step("savings.pieces", saving, afterPieces, Style.Navy) with { Note = texts.Count("savings.heroes", savings.HeroPieces == 1 ? 1 : 2, formats.Quantity(savings.HeroPieces.Value)) },
            Step("savings.rest", afterPieces, kept, Style.Navy),
            new(texts["savings.kept"], kept, scale.Signed(kept), kept < 0 ? Style.Ochre : Style.Blue) { IsSum = true },
        ];
        return new RowBars(ChartFrame.ForRows(texts, Words(texts, formats, scale), width, height, rows.Length), rows, scale.Tick, scale.Unit);

        BarRow Step(string key, decimal from, decimal to, Colour fill) => new(texts[key], to, scale.Signed(to - from), fill) { From = from };
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var (saving, pieces) = (savings.Saving.Amount, savings.HeroPieces);
        var finding = saving <= 0 ? texts.Say("savings.finding.none", scale.InText(Math.Abs(saving)))
            : pieces.IsZero ? texts.Say("savings.finding.noPiece", scale.InText(saving))
            : texts.Count("savings.finding", pieces == 1 ? 1 : 2, scale.InText(saving), formats.Quantity(pieces.Value));
        return new(finding, texts.Say("savings.definition", scale.Unit), subject.Footnote(texts.Say("savings.footnote", formats.Money(savings.Reinvested), formats.Money(savings.Rest))));
    }
}
