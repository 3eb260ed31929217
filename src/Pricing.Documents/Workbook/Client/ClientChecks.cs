using System.Globalization;
using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook.Client;

/// <summary>What must hold: sums of parts, the plan, the choice, and what the PDF prints.</summary>
internal sealed class ClientChecks(ClientBook book, ClientPrices prices, ClientExtras extras, ClientPayments payments)
{
    private const int First = 8;

    private readonly Sheet sheet = book.Checks;
    private int row = First;

    public void Fill()
    {
        var t = book.Texts;
        sheet.Width(62, 18, 18, 18, 14);
        sheet.Heads(7, 2, t["head.check"], ">" + t["head.result"], ">" + t["head.expectedResult"], ">" + t["head.difference"], ">" + t["head.state"]);
        foreach (var option in book.Proposal.Options)
        {
            var (name, cells) = (book.Content.OptionName(option), prices.Of(option));
            Add(t.Say("client.check.net", name), cells.Net, (double)option.Net);
            Add(t.Say("client.check.vat", name), book.Exact(cells.Vat), (double)option.Vat);
            Add(t.Say("client.check.gross", name), cells.Gross, (double)option.Gross);
        }

        foreach (var (option, net, vat, gross) in payments.Sums)
        {
            var (name, cells) = (book.Content.OptionName(option), prices.Of(option));
            Add(t.Say("client.check.plan", name), net, cells.Net);
            Add(t.Say("client.check.planVat", name), vat, book.Exact(cells.Vat));
            Add(t.Say("client.check.planGross", name), gross, cells.Gross);
        }

        foreach (var (words, sum) in extras.Groups)
            Add(t.Say("client.check.oneOf", words), sum, 1);
        Overall();
    }

    private void Add(string what, Formula result, Formula expected)
    {
        sheet.Text(row, 2, what);
        var found = sheet.Put(row, 3, result, Number.Exact);
        var wanted = sheet.Put(row, 4, expected, Number.Exact);
        var difference = sheet.Put(row, 5, Fn.Abs(book.Exact(found - (Formula)wanted)), Number.Exact);
        sheet.Put(row, 6, Fn.If(difference.Is(0), Formula.Literal(book.Texts["check.ok"]), Formula.Literal(book.Texts["check.failed"])), Number.Text, Look.Check);
        row++;
    }

    private void Overall()
    {
        var (ok, count) = (book.Texts["check.ok"], row - First);
        var area = Sheet.Area(First, 6, row - 1, 6);
        sheet.CheckAreas.Add(area.Replace("$", "", StringComparison.Ordinal));
        sheet.Text(row, 2, book.Texts["check.passed"], Look.TotalLabel);
        for (var column = 4; column <= 6; column++)
            sheet.Text(row, column, "", Look.TotalLabel);
        var passed = sheet.Put(row, 3, new($"COUNTIF({sheet.Prefix}{area},\"{ok}\")", sheet.Range(First, 6, row - 1, 6).Words!.Count(word => word == ok)), Number.Whole, Look.Total);
        var state = Fn.If(passed.Is(count), Formula.Literal(ok), Formula.Literal(book.Texts["check.failed"]));
        foreach (var shown in book.Sheets)
            ShowState(shown, state, passed, count);
    }

    private void ShowState(Sheet shown, Formula state, CellRef passed, int count)
    {
        shown.Text(5, 2, book.Texts["check.overall"]);
        shown.Put(5, 3, state, Number.Text, Look.Check);
        var rest = book.Texts.Say("check.of", count);
        shown.Put(5, 4, new($"{passed.Fixed.Text}&\" {rest}\"", 0, Rank.Comparison, string.Create(CultureInfo.InvariantCulture, $"{passed.Value} {rest}")), Number.Text, Look.Note);
        shown.CheckAreas.Add("C5");
    }
}
