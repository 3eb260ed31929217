using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The client's value as one bar: fee and surplus.</summary>
internal static class ValueBar
{
    public const double Height = 49;
    private const double BarTop = 15;
    private const double BarHeight = 17.5;
    private const double Slit = 2;

    public static void Draw(ICanvas canvas, double top, FeeOption option, DocumentTexts texts, Formats formats)
    {
        var value = option.ExpectedFee + option.ClientSurplus;
        var (feeShare, surplusShare) = (Share(option.ExpectedFee.Amount, value.Amount), Share(option.ClientSurplus.Amount, value.Amount));
        var fee = (Grid.Width - Slit) * feeShare;
        canvas.Rectangle(Grid.Left, top + BarTop, fee, BarHeight, Style.Slate);
        canvas.Rectangle(Grid.Left + fee + Slit, top + BarTop, (Grid.Width - Slit) * surplusShare, BarHeight, Style.Blue);

        var (head, foot) = (top + Style.Micro.Baseline, top + BarTop + BarHeight + 2 + Style.Strong.Baseline);
        var total = texts.Say("summary.value", formats.Money(value));
        var (feeWords, feeAmount) = (texts["summary.feeExpected"], formats.Money(option.ExpectedFee));
        canvas.Text(Grid.Left, head, feeWords, Style.Micro, Style.Text2);
        canvas.Text(Grid.Left, foot, feeAmount, Style.Strong, Style.Ink);
        canvas.Text(Grid.Right, head, total, Style.Micro, Style.Text2, Anchor.End);

        // A short fee leaves no room above it; a short surplus none before the total.
        var (surplusWords, surplusAmount) = (texts["summary.surplusExpected"], formats.Money(option.ClientSurplus));
        var at = Math.Max(Grid.Left + fee + Slit, Grid.Left + Math.Max(Style.Micro.Width(feeWords), Style.Strong.Width(feeAmount)) + 14);
        at = Math.Min(at, Grid.Right - Style.Micro.Width(total) - 14 - Math.Max(Style.Micro.Width(surplusWords), Style.Strong.Width(surplusAmount)));
        canvas.Text(at, head, surplusWords, Style.Micro, Style.Text2);
        canvas.Text(at, foot, surplusAmount, Style.Strong, Style.Ink);
    }

    /// <summary>Whether fee and surplus are parts of a value.</summary>
    public static bool Fits(FeeOption option) => option.ExpectedFee.Amount >= 0 && option.ClientSurplus.Amount >= 0 && option.ExpectedFee.Amount + option.ClientSurplus.Amount > 0;

    private static double Share(decimal part, decimal whole) => (double)Math.Clamp(part / whole, 0, 1);
}
