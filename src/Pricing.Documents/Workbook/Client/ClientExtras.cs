using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Workbook.Client;

/// <summary>What can be added: whoever opens the workbook enters a choice and sees what each option then costs.</summary>
internal sealed class ClientExtras
{
    private const int Name = 2, Group = 3, Quantity = 4, Unit = 5, Price = 6, Amount = 7, Rate = 8, InPrice = 9, Choice = 10;

    private readonly ClientBook book;
    private readonly ClientPrices prices;
    private readonly Sheet sheet;
    private readonly List<ChosenOption> chosen = [];
    private readonly List<(string Words, Formula Sum)> groups = [];
    private int row = 7;

    public ClientExtras(ClientBook book, ClientPrices prices)
    {
        (this.book, this.prices) = (book, prices);
        sheet = book.Extras;
        sheet.Width(46, 26, 12, 14, 16, 18, 12, 16, 16);
        sheet.Frozen = (6, 1);
        foreach (var option in book.Proposal.Options.Where(option => option.Extras.Count > 0))
            Option(option);
        if (chosen.Count == 0)
            sheet.Text(row, Name, book.Texts["client.noExtras"], Look.Note);
    }

    /// <summary>Options with extras: what they cost with the choice entered.</summary>
    public IReadOnlyList<ChosenOption> Chosen => chosen;

    /// <summary>Groups of which exactly one is chosen, with the number of chosen ones.</summary>
    public IReadOnlyList<(string Words, Formula Sum)> Groups => groups;

    private void Option(FeeOption option)
    {
        var (t, words) = (book.Content.Texts, book.Texts);
        sheet.Text(row++, Name, $"{book.Content.OptionName(option)}, {option.Name}", Look.Title);
        sheet.Heights[row - 1] = 27;
        sheet.Heads(row++, Name, t["prices.service"], words["client.group"], ">" + t["prices.quantity"], t["prices.unit"], ">" + t["prices.unitPrice"], ">" + t.Say("prices.amount", book.Currency), ">" + t["sums.vat"], ">" + words["client.inPrice"], ">" + words["client.choice"]);
        var first = row;
        foreach (var extra in option.Extras)
            Line(extra);
        var last = row - 1;
        foreach (var group in option.Extras.Select((extra, i) => (extra.Group, Row: first + i)).Where(one => one.Group is not null).GroupBy(one => one.Group, one => one.Row))
            groups.Add(($"{book.Content.OptionName(option)}, {group.Key}", group.Skip(1).Aggregate((Formula)sheet.Ref(group.First(), Choice), (sum, at) => sum + sheet.Ref(at, Choice))));
        Totals(option, first, last);
        row += 2;
    }

    private void Line(Extra extra)
    {
        sheet.Text(row, Name, extra.Name, wrapped: true);
        sheet.Text(row, Group, extra.Group ?? book.Content.Texts["extras.optional"], Look.Data, wrapped: true);
        var quantity = sheet.Figure(row, Quantity, (double)extra.Quantity, Number.General);
        sheet.Text(row, Unit, extra.Unit, Look.Data);
        var price = sheet.Figure(row, Price, (double)extra.UnitPrice, Number.Exact);
        if (new Pricing.Model.Quantities.Money(extra.Quantity * extra.UnitPrice).ToMinorUnit(book.Proposal.Currency) == extra.Amount)
            sheet.Put(row, Amount, book.Exact((Formula)quantity * price), Number.Money);
        else
            sheet.Figure(row, Amount, (double)extra.Amount, Number.Money);
        sheet.Figure(row, Rate, (double)extra.VatRate, Number.Percent);
        sheet.Figure(row, InPrice, extra.IsInBasePrice ? 1 : 0, Number.Whole);
        sheet.Input(row, Choice, extra.IsPreselected ? 1 : 0, Number.Whole, new InputRule(0, 1, IsWhole: true));
        row++;
    }

    private void Totals(FeeOption option, int first, int last)
    {
        var (cells, t) = (prices.Of(option), book.Content.Texts);
        var (amounts, rates) = (sheet.Column(Amount, first, last), sheet.Column(Rate, first, last));
        var change = sheet.Column(Choice, first, last) - sheet.Column(InPrice, first, last);
        decimal[] all = [.. cells.Taxes.Select(tax => tax.Percentage).Concat(option.Extras.Select(extra => extra.VatRate)).Distinct().OrderDescending()];
        var (nets, taxes) = (new List<CellRef>(), new List<CellRef>());
        foreach (var percentage in all)
        {
            var rate = sheet.Figure(row, Rate, (double)percentage, Number.Percent);
            sheet.Text(row, Name, t.Say("prices.vat", book.Content.Formats.Percent(percentage)));
            var added = Fn.SumProduct(rates.Is(rate) * change * amounts);
            var before = cells.Taxes.FirstOrDefault(tax => tax.Percentage == percentage);
            nets.Add(sheet.Put(row, Price, book.Exact(before is null ? added : before.Net + added), Number.Money));
            taxes.Add(sheet.Put(row, Amount, book.Vat(nets[^1], rate), Number.Money));
            row++;
        }

        var net = Sum(t["prices.net"], nets, $"Out_{option.Letter}_ChosenNet");
        var gross = Sum(book.Texts.Say("client.chosenGross", book.Content.OptionName(option)), [net, .. taxes], $"Out_{option.Letter}_ChosenGross");
        chosen.Add(new(option, net, gross));
    }

    private CellRef Sum(string words, List<CellRef> parts, string name)
    {
        sheet.Text(row, Name, words, Look.TotalLabel, wrapped: true);
        var cell = sheet.Put(row, Amount, book.Exact(parts.Skip(1).Aggregate((Formula)parts[0], (sum, part) => sum + part)), Number.Money, Look.Total);
        book.Names[name] = cell;
        row++;
        return cell;
    }
}

/// <summary>What an option costs with the extras entered.</summary>
internal sealed record ChosenOption(FeeOption Option, CellRef Net, CellRef Gross);
