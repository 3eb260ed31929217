using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Workbook.Client;

/// <summary>The payment plan of each option; its sums are those of the option.</summary>
internal sealed class ClientPayments
{
    private readonly List<(FeeOption Option, CellRef Net, CellRef Vat, CellRef Gross)> sums = [];

    public ClientPayments(ClientBook book)
    {
        var (sheet, t, row) = (book.Payments, book.Content.Texts, 7);
        sheet.Width(16, 46, 26, 18, 18, 18);
        sheet.Frozen = (6, 1);
        foreach (var option in book.Proposal.Options.Where(option => option.Instalments.Count > 0))
        {
            sheet.Text(row, 2, $"{book.Content.OptionName(option)}, {option.Name}", Look.Title);
            sheet.Heights[row++] = 27;
            sheet.Heads(row++, 2, t["payments.number"], t["payments.milestone"], book.Texts["client.due"], ">" + t["acceptance.net"], ">" + t["sums.vat"], ">" + t.Say("acceptance.gross", book.Currency));
            var first = row;
            foreach (var (i, instalment) in option.Instalments.Index())
            {
                sheet.Text(row, 2, t.Number(i + 1, asDigits: true), Look.Data);
                sheet.Text(row, 3, instalment.Milestone.Name, wrapped: true);
                sheet.Text(row, 4, book.Content.Due(instalment.Milestone) ?? PaymentsSection.Monthly(book.Content, instalment) ?? "", Look.Data, wrapped: true);
                var net = sheet.Figure(row, 5, (double)instalment.Net, Number.Money);
                var vat = sheet.Figure(row, 6, (double)instalment.Vat, Number.Money);
                sheet.Put(row++, 7, book.Exact((Formula)net + vat), Number.Money);
            }

            sheet.Text(row, 3, t["payments.sum"], Look.TotalLabel);
            var totals = Enumerable.Range(5, 3).Select(column => sheet.Put(row, column, book.Exact(Fn.Sum(sheet.Column(column, first, row - 1))), Number.Money, Look.Total)).ToArray();
            sums.Add((option, totals[0], totals[1], totals[2]));
            row += 3;
        }

        if (book.Proposal.Terms is { } terms && sums.Count > 0)
            sheet.Text(row, 2, t.Say("payments.days", t.Number(terms.PaymentDays, asDigits: true)), Look.Note);
        else if (sums.Count == 0)
            sheet.Text(row, 2, book.Texts["client.noPayments"], Look.Note);
    }

    /// <summary>What the instalments of each option add up to.</summary>
    public IReadOnlyList<(FeeOption Option, CellRef Net, CellRef Vat, CellRef Gross)> Sums => sums;
}
