using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Workbook.Client;

/// <summary>The price of each option: lines as data, what follows from them as formulas.</summary>
internal sealed class ClientPrices
{
    private const int Position = 2, Service = 3, Quantity = 4, Unit = 5, Price = 6, Amount = 7, Rate = 8;

    private readonly ClientBook book;
    private readonly Sheet sheet;
    private readonly Dictionary<FeeOption, OptionCells> options = [];
    private int row = 7;

    public ClientPrices(ClientBook book)
    {
        this.book = book;
        sheet = book.Prices;
        sheet.Width(16, 52, 12, 14, 16, 18, 12);
        sheet.Frozen = (6, 1);
        foreach (var option in book.Proposal.Options)
            options[option] = Option(option);
    }

    /// <summary>Where the sums of an option stand.</summary>
    public OptionCells Of(FeeOption option) => options[option];

    private OptionCells Option(FeeOption option)
    {
        var t = book.Content.Texts;
        sheet.Text(row++, Position, $"{book.Content.OptionName(option)}, {option.Name}", Look.Title);
        sheet.Heights[row - 1] = 27;
        Explain(option);
        sheet.Heads(row++, Position, t["prices.position"], t["prices.service"], ">" + t["prices.quantity"], t["prices.unit"], ">" + t["prices.unitPrice"], ">" + t.Say("prices.amount", book.Currency), ">" + t["sums.vat"]);
        var first = row;
        var subtotals = book.Content.Detail switch
        {
            ProposalDetail.Summary => [],
            ProposalDetail.Sections => Groups(option),
            _ => Lines(option),
        };
        var net = Net(option, subtotals);
        var taxes = Taxes(option, net, first, net.Row - 1);
        var gross = Sum(option, "gross", t.Say(ProposalContent.IsSure(option) ? "prices.gross" : "prices.grossExpected", book.Content.OptionName(option)), book.Exact(taxes.Aggregate((Formula)net, (sum, tax) => sum + tax.Vat)));
        row += 2;
        return new(net, taxes, gross);
    }

    // How the price comes about, in the words of the PDF.
    private void Explain(FeeOption option)
    {
        var (content, t) = (book.Content, book.Content.Texts);
        Line(t["options.calculation"], SummarySection.Sentence(FeeWords.Of(option, content)));
        Line(t["prices.rates"], FeeWords.Rates(option, content));
        Line(t["prices.feeText"], option.Description);
        Line(t["options.range"], content.Range(option));
        row++;

        void Line(string label, string? words)
        {
            if (words is null)
                return;
            sheet.Text(row, Position, label, Look.Note, wrapped: true);
            sheet.Text(row++, Service, words, wrapped: true);
        }
    }

    private List<CellRef> Lines(FeeOption option)
    {
        var (t, subtotals, hasSeveralRates) = (book.Content.Texts, new List<CellRef>(), book.Content.VatLines(option).Count > 1);
        foreach (var (i, group) in PriceGroups.Of(option).Index())
        {
            var digits = t.Number(i + 1, asDigits: true);
            // As in the PDF, a line that is alone in its group stands for it.
            if (group.Lines is [var single])
            {
                subtotals.Add(Line(group, single, digits, hasSeveralRates));
                continue;
            }

            sheet.Text(row, Position, digits, Look.TotalLabel);
            sheet.Text(row, Service, Title(group), Look.TotalLabel);
            for (var column = Quantity; column <= Rate; column++)
                sheet.Text(row, column, "", Look.TotalLabel);
            row++;
            var first = row;
            foreach (var (line, number) in group.Lines.Select((line, n) => (line, n + 1)))
                Line(group, line, $"{digits}.{t.Number(number, asDigits: true)}", hasSeveralRates);
            sheet.Text(row, Service, t.Say("prices.subtotal", SumTitle(group)));
            subtotals.Add(sheet.Put(row, Amount, book.Exact(Fn.Sum(sheet.Column(Amount, first, row - 1))), Number.Money, Look.Result));
            row++;
        }

        return subtotals;
    }

    private CellRef Line(LineGroup group, PriceLine line, string position, bool hasSeveralRates)
    {
        var (content, currency) = (book.Content, book.Proposal.Currency);
        sheet.Text(row, Position, position, Look.Data);
        sheet.Text(row, Service, content.MarkupNote(group, line) is { } markup ? content.Texts.Say("price.named", content.NameOf(line), markup) : content.NameOf(line), wrapped: true);
        var amount = line.Amount.ToMinorUnit(currency);
        CellRef? quantity = ProposalContent.QuantityOf(line) is { } pieces ? sheet.Figure(row, Quantity, (double)pieces, Number.General) : null;
        sheet.Text(row, Unit, content.UnitOf(line), Look.Data);
        CellRef? price = PriceGroups.UnitPrice(line, currency) is { } unit ? sheet.Figure(row, Price, (double)unit.Amount, Number.Exact) : null;
        // Pieces times price where that is the amount; else the amount is agreed as it stands.
        if (quantity is { } count && price is { } each && new Money(line.Quantity!.Value * PriceGroups.UnitPrice(line, currency)!.Value.Amount).ToMinorUnit(currency) == amount)
            sheet.Put(row, Amount, book.Exact((Formula)count * each), Number.Money);
        else
            sheet.Figure(row, Amount, (double)amount, Number.Money);
        if (line.Group != PriceGroup.Discount || !hasSeveralRates)
            sheet.Figure(row, Rate, (double)(line.VatRate ?? book.Proposal.VatRate), Number.Percent);
        return sheet.Ref(row++, Amount);
    }

    private List<CellRef> Groups(FeeOption option)
    {
        var amounts = new List<CellRef>();
        foreach (var (i, group) in PriceGroups.Of(option).Index())
        {
            sheet.Text(row, Position, book.Content.Texts.Number(i + 1, asDigits: true), Look.Data);
            sheet.Text(row, Service, Title(group));
            amounts.Add(sheet.Figure(row, Amount, (double)group.Lines.Sum(line => line.Amount.ToMinorUnit(book.Proposal.Currency)), Number.Money));
            row++;
        }

        return amounts;
    }

    private CellRef Net(FeeOption option, List<CellRef> parts)
    {
        var printed = option.Lines.Sum(line => line.Amount.ToMinorUnit(book.Proposal.Currency));
        if (parts.Count == 0)
        {
            sheet.Text(row, Service, book.Content.Texts["prices.net"], Look.TotalLabel);
            var given = sheet.Figure(row, Amount, (double)option.Net, Number.Money, Look.Total);
            book.Names[$"Out_{option.Letter}_Net"] = given;
            row++;
            return given;
        }

        if (printed != option.Net)
        {
            sheet.Text(row, Service, book.Content.Texts["prices.rounding"]);
            parts.Add(sheet.Figure(row, Amount, (double)(option.Net - printed), Number.Money));
            row++;
        }

        return Sum(option, "net", book.Content.Texts["prices.net"], book.Exact(parts.Skip(1).Aggregate((Formula)parts[0], (sum, part) => sum + part)));
    }

    // The lines with a rate of their own are taxed at it, less their share of the discount; the rest of the net price at the proposal's.
    private List<TaxCells> Taxes(FeeOption option, CellRef net, int first, int last)
    {
        var lines = book.Content.VatLines(option);
        var (taxes, rest) = (new List<TaxCells>(), (Formula)net);
        var hasLines = book.Content.Detail is ProposalDetail.Lines or ProposalDetail.OpenBook;
        foreach (var line in lines.Where(line => line.Rate != book.Proposal.VatRate))
        {
            var rate = sheet.Figure(row, Rate, (double)line.Rate, Number.Percent);
            var sum = hasLines
                ? sheet.Put(row, Price, book.Exact(Shared(option, line, Fn.SumIfs(sheet.Column(Amount, first, last), (sheet.Column(Rate, first, last), rate)))), Number.Money)
                : sheet.Figure(row, Price, (double)line.Net, Number.Money);
            rest -= sum;
            taxes.Add(Tax(line, rate, sum));
        }

        foreach (var line in lines.Where(line => line.Rate == book.Proposal.VatRate))
        {
            var rate = sheet.Figure(row, Rate, (double)line.Rate, Number.Percent);
            taxes.Add(Tax(line, rate, sheet.Put(row, Price, book.Exact(rest), Number.Money)));
        }

        return taxes;
    }

    private Formula Shared(FeeOption option, VatLine line, Formula listed)
    {
        var share = line.Net - option.Lines.Where(one => one.VatRate == line.Rate).Sum(one => one.Amount.ToMinorUnit(book.Proposal.Currency));
        return share switch
        {
            0 => listed,
            < 0 => listed - (double)-share,
            _ => listed + (double)share,
        };
    }

    private TaxCells Tax(VatLine line, CellRef rate, CellRef net)
    {
        sheet.Text(row, Service, book.Content.VatWords(line, isOneOfMany: false));
        var vat = sheet.Put(row, Amount, book.Vat(net, rate), Number.Money);
        row++;
        return new(line.Rate, rate, net, vat);
    }

    private CellRef Sum(FeeOption option, string name, string words, Formula amount)
    {
        sheet.Text(row, Service, words, Look.TotalLabel, wrapped: true);
        var cell = sheet.Put(row, Amount, amount, Number.Money, Look.Total);
        book.Names[$"Out_{option.Letter}_{(name == "net" ? "Net" : "Gross")}"] = cell;
        row++;
        return cell;
    }

    private string Title(LineGroup group) => book.Content.TitleOf(group);

    private string SumTitle(LineGroup group) => group.Phase is { } phase ? book.Content.Texts[$"phase.{phase}"] : book.Content.Texts[$"prices.groupSum.{group.Group}"];
}

/// <summary>The sums of an option.</summary>
internal sealed record OptionCells(CellRef Net, IReadOnlyList<TaxCells> Taxes, CellRef Gross)
{
    /// <summary>VAT of all rates.</summary>
    public Formula Vat => Taxes.Skip(1).Aggregate((Formula)Taxes[0].Vat, (sum, tax) => sum + tax.Vat);
}

/// <summary>The tax of one rate.</summary>
internal sealed record TaxCells(decimal Percentage, CellRef Rate, CellRef Net, CellRef Vat);
