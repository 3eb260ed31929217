using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Workbook.Client;

/// <summary>How each fee is calculated, what it can come to and what is left to the client; below the options the structures that are only compared.</summary>
internal static class ClientOptions
{
    private const int Columns = 7;

    public static void Fill(ClientBook book)
    {
        var (sheet, texts, content, row) = (book.Options, book.Texts, book.Content, 7);
        var (t, percent) = (content.Texts, content.Formats.Percent(book.Proposal.TailProbability));
        sheet.Width(34, 72, 18, 18, 18, 20, 20);
        sheet.Frozen = (6, 1);
        sheet.Heads(
            row++, 2, t["acceptance.option"], t["options.calculation"], ">" + t["options.expectedNet"], ">" + texts["client.lowest"], ">" + texts["client.highest"], ">" + t["options.surplus"],
            ">" + t.Say("client.worst", percent));
        foreach (var option in book.Proposal.Options)
            Row(book, row++, $"{content.OptionName(option)}, {option.Name}", option, option.Net);
        if (book.Proposal.Alternatives.Count > 0)
        {
            sheet.Heads(++row, 2, [texts["client.compared"], .. Enumerable.Repeat("", Columns - 1)]);
            row++;
            foreach (var alternative in book.Proposal.Alternatives)
                Row(book, row++, alternative.Name, alternative, alternative.ExpectedFee.ToMinorUnit(book.Proposal.Currency));
        }

        row++;
        foreach (var note in new[] { texts["client.range"], ComparisonSection.Definition(content), book.Proposal.IncludedRounds is { } rounds ? ScopeSection.Rounds(content, rounds) : null }.OfType<string>())
            sheet.Text(row++, 2, note, Look.Note);
    }

    private static void Row(ClientBook book, int row, string name, FeeOption option, decimal net)
    {
        var (sheet, currency, content) = (book.Options, book.Proposal.Currency, book.Content);
        sheet.Text(row, 2, name, option.IsRecommended ? Look.TotalLabel : Look.Label, wrapped: true);
        sheet.Text(row, 3, string.Join(". ", new[] { FeeWords.Of(option, content), FeeWords.Rates(option, content) }.OfType<string>()), Look.Data, wrapped: true);
        sheet.Figure(row, 4, (double)net, Number.Money);
        sheet.Figure(row, 5, (double)option.LowestFee.ToMinorUnit(currency), Number.Money);
        sheet.Figure(row, 6, (double)option.HighestFee.ToMinorUnit(currency), Number.Money);
        sheet.Figure(row, 7, (double)option.ClientSurplus.ToMinorUnit(currency), Number.Money);
        sheet.Figure(row, 8, (double)option.ClientCvar.ToMinorUnit(currency), Number.Money);
    }
}
