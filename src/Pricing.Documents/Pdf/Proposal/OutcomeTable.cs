using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the client pays in each outcome, where the fee follows it.</summary>
internal static class OutcomeTable
{
    public static void Draw(Flow flow, ProposalContent content, FeeOption option)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var rows = option.Outcomes.Select(outcome => (
            outcome.Outcome, formats.Percent(outcome.Probability), formats.Amount(outcome.Value),
            formats.Amount(outcome.Fee - option.PassThrough), formats.Amount(outcome.Fee))).ToList();
        rows.Add((texts["outcomes.expected"], formats.Percent(option.Outcomes.Sum(outcome => outcome.Probability)),
            formats.Amount(option.ExpectedFee + option.ClientSurplus), formats.Amount(option.ExpectedFee - option.PassThrough), formats.Amount(option.Net)));

        var (hasPassThrough, width) = (!option.PassThrough.IsZero, Math.Max(91, Widths.OfAmounts(rows.Select(row => row.Item3))));
        var x = Grid.Right - width;
        var table = new Table([
            new(texts["outcomes.name"], Grid.Left, 118),
            new(texts["outcomes.probability"], Grid.Left + 122, 73, IsRight: true),
            new(texts["outcomes.value"], x - 2 * (width + 10.5), width, IsRight: true),
            new(texts[hasPassThrough ? "outcomes.fee" : "outcomes.noFee"], x - width - 10.5, width, IsRight: true),
            new(texts[hasPassThrough ? "outcomes.feeWithPassThrough" : "outcomes.fullFee"], x, width, IsRight: true)])
        { IsClosed = false, Note = texts.Say("outcomes.note", formats.CurrencyName) };
        for (var i = 0; i < rows.Count; i++)
        {
            var (name, probability, value, fee, total) = rows[i];
            var isSum = i == rows.Count - 1;
            table.Add(new()
            {
                Cells = [name, probability, value, hasPassThrough ? fee : "", total],
                Weight = isSum ? Weight.SemiBold : Weight.Regular,
                Rule = isSum ? new(Style.Ink, Style.HeadRule) : new(Style.Grid, Style.Hairline),
                KeepsNext = i == rows.Count - 2,
            });
        }

        table.Draw(flow);
    }
}
