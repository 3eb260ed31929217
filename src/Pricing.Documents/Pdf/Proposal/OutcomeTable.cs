using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the client pays in each outcome, where the fee follows it.</summary>
internal static class OutcomeTable
{
    public static void Draw(Flow flow, ProposalContent content, FeeOption option)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        // What the formula of the fee does not know of: third parties, and the lines that are chosen for now.
        var (extras, added) = (option.ExtrasInPrice, option.PassThrough + option.ExtrasInPrice);
        var rows = option.Outcomes.Select(outcome => (
            outcome.Outcome, formats.Percent(outcome.Probability), formats.Amount(outcome.Value),
            formats.Amount(outcome.Fee - added), formats.Amount(outcome.Fee))).ToList();
        rows.Add((texts["outcomes.expected"], formats.Percent(option.Outcomes.Sum(outcome => outcome.Probability)),
            formats.Amount(option.ExpectedValue), formats.Amount(option.ExpectedFee - added), formats.Amount(option.Net)));

        var (isMore, width) = (!added.IsZero, Math.Max(91, Widths.OfAmounts(rows.Select(row => row.Item3))));
        var x = Grid.Right - width;
        var table = new Table([
            new(texts["outcomes.name"], Grid.Left, 118),
            new(texts["outcomes.probability"], Grid.Left + 122, 73, IsRight: true),
            new(texts["outcomes.value"], x - 2 * (width + 10.5), width, IsRight: true),
            new(texts[!isMore ? "outcomes.noFee" : extras.IsZero ? "outcomes.fee" : "outcomes.feeAlone"], x - width - 10.5, width, IsRight: true),
            new(texts[!isMore ? "outcomes.fullFee" : extras.IsZero ? "outcomes.feeWithPassThrough" : "outcomes.feeWithAll"], x, width, IsRight: true)])
        { IsClosed = false, Note = Note(content, option) };
        for (var i = 0; i < rows.Count; i++)
        {
            var (name, probability, value, fee, total) = rows[i];
            var isSum = i == rows.Count - 1;
            table.Add(new()
            {
                Cells = [name, probability, value, isMore ? fee : "", total],
                Weight = isSum ? Weight.SemiBold : Weight.Regular,
                Rule = isSum ? new(Style.Ink, Style.HeadRule) : new(Style.Grid, Style.Hairline),
                KeepsNext = i < rows.Count - 1,
            });
        }

        table.Draw(flow);
    }

    private static string Note(ProposalContent content, FeeOption option)
    {
        var note = content.Texts.Say("outcomes.note", content.Formats.CurrencyInText);
        var chosen = option.Extras.Where(extra => extra is { IsInBasePrice: true, Amount: not 0 })
            .Select(extra => content.Texts.Say("outcomes.extra", extra.Name, content.Formats.Amount(extra.Amount))).ToArray();
        return chosen.Length == 0 ? note : $"{note} {content.Texts.Say("outcomes.extras", content.Texts.List(chosen))}";
    }
}
