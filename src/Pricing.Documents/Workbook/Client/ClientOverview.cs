using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook.Client;

/// <summary>The options side by side, what the work is worth, and who offers what to whom.</summary>
internal sealed class ClientOverview
{
    private const int First = 8;

    private readonly ClientBook book;
    private readonly Sheet sheet;

    public ClientOverview(ClientBook book)
    {
        this.book = book;
        sheet = book.Overview;
        sheet.Width(46, 18, 18, 18, 20, 18, 3, 22, 30);
        sheet.Frozen = (7, 1);
    }

    private int Below => First + book.Proposal.Options.Count;

    public void Fill(ClientPrices prices)
    {
        var (t, proposal) = (book.Content.Texts, book.Proposal);
        sheet.Heads(First - 1, 2, t["acceptance.option"], ">" + t["acceptance.net"], ">" + t["sums.vat"], ">" + t.Say("acceptance.gross", book.Currency), ">" + t["options.surplus"], ">" + t["options.payback"]);
        foreach (var (i, option) in proposal.Options.Index())
        {
            var (row, cells) = (First + i, prices.Of(option));
            var recommended = option.IsRecommended && proposal.Options.Count > 1 ? " " + t["acceptance.recommended"] : "";
            sheet.Text(row, 2, $"{option.Letter} {option.Name}{recommended}", wrapped: true);
            sheet.Put(row, 3, cells.Net, Number.Money);
            sheet.Put(row, 4, book.Exact(cells.Vat), Number.Money);
            sheet.Put(row, 5, cells.Gross, Number.Money);
            sheet.Figure(row, 6, (double)option.ClientSurplus.ToMinorUnit(proposal.Currency), Number.Money);
            if (option.PaybackMonth is { } month)
                sheet.Figure(row, 7, month, Number.Whole);
            else
                sheet.Text(row, 7, t["options.noMonth"], Look.Data);
        }

        Legend();
        About();
    }

    private void Legend()
    {
        var t = book.Texts;
        sheet.Heads(First - 1, 9, t["legend"], "");
        foreach (var (i, (look, key)) in new[] { (Look.Input, "input"), (Look.Calculated, "calculated"), (Look.Data, "data"), (Look.Total, "total"), (Look.Check, "ok"), (Look.Failed, "failed") }.Index())
        {
            sheet.Text(First + i, 9, t[$"legend.{key}"], look);
            sheet.Text(First + i, 10, t[$"client.legend.{key}"], Look.Note);
        }
    }

    private void About()
    {
        var (t, identity, proposal, formats) = (book.Content.Texts, book.Content.Identity, book.Proposal, book.Content.Formats);
        var row = Math.Max(Below, First + 6) + 3;
        sheet.Heads(row++, 2, book.Texts["about"], "");
        Line(t["contents.client"], string.Join(", ", new[] { proposal.Client, identity.ClientAddress, identity.ClientVatId }.OfType<string>()));
        Line(t["contents.agency"], string.Join(", ", new[] { book.Content.Agency, identity.Address }.OfType<string>()));
        Line(t["imprint.register"], identity.Register);
        Line(t["imprint.vatId"], identity.VatId);
        Line(t["imprint.bank"], identity.Bank);
        Line(t["contents.validity"], t.Say("contents.validUntil", formats.Date(identity.ValidUntil)));
        Line(t["contents.hash"], identity.ContentHash);
        Line(t["contents.hashNote"], identity.CheckAddress);
        foreach (var rate in proposal.ExchangeRates)
            Line(t["assumptions.rates"], Pdf.Proposal.AssumptionsSection.Rate(rate, book.Content));
        Line(book.Texts["about.rounding"], book.Texts["client.rounding"]);

        void Line(string label, string? text)
        {
            if (string.IsNullOrEmpty(text))
                return;
            sheet.Text(row, 2, label);
            sheet.Text(row++, 3, text, Look.Note);
        }
    }
}
