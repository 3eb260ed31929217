using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The price lines by group. Whatever is printed adds up to what is printed below it.</summary>
internal sealed class PriceTable
{
    private static readonly Stroke SubtotalRule = new(Style.Ink, Style.Hairline);

    private readonly ProposalContent content;
    private readonly List<TableRow> rows = [];
    private decimal sum;

    private PriceTable(ProposalContent content) => this.content = content;

    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var prices = new PriceTable(content);
        prices.AddGroups();
        prices.AddTotals();

        var amount = Widths.OfAmounts(prices.rows.Select(row => row.Cells[4]));
        var unit = Widths.OfAmounts(prices.rows.Select(row => row.Cells[3]));
        var (amountX, unitX) = (Grid.Right - amount, Grid.Right - amount - 10.5 - unit);
        var quantityX = unitX - 10.5 - 42;
        var table = new Table([
            new(texts["prices.position"], Grid.Left, 36),
            new(texts["prices.service"], Grid.Left + 40.5, quantityX - 10.5 - Grid.Left - 40.5),
            new(texts["prices.quantity"], quantityX, 42, IsRight: true),
            new(texts["prices.unitPrice"], unitX, unit, IsRight: true),
            new(texts.Say("prices.amount", formats.Unit), amountX, amount, IsRight: true)])
        {
            IsClosed = false,
            CarryOver = new(texts["prices.carriedOver"], page => texts.Say("prices.carriedFrom", page), formats.Amount),
        };
        foreach (var row in prices.rows)
            table.Add(row);
        table.Draw(flow);
    }

    private void AddGroups()
    {
        var groups = content.Proposal.PriceLines.GroupBy(line => line.Group).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        for (var i = 0; i < groups.Length; i++)
            AddGroup(i + 1, groups[i], hasSubtotal: groups.Length > 1);
    }

    private void AddGroup(int position, PriceLine[] lines, bool hasSubtotal)
    {
        var (texts, digits) = (content.Texts, content.Texts.Number(position, asDigits: true));
        if (lines is [var single])
        {
            rows.Add(Line(digits, single) with { Above = rows.Count == 0 ? 0 : 10.5, StrongCell = 0, Rule = null });
            return;
        }

        var group = lines[0].Group;
        rows.Add(new() { Cells = [digits, texts[$"prices.group.{group}"], "", "", ""], Weight = Weight.SemiBold, Above = 7, Rule = null, KeepsNext = true });
        var subtotal = 0m;
        for (var i = 0; i < lines.Length; i++)
        {
            var row = Line($"{digits}.{texts.Number(i + 1, asDigits: true)}", lines[i]);
            subtotal += row.Amount;
            // The group's name stays with two rows, the subtotal with one.
            rows.Add(row with { Rule = i == 0 ? new(Style.Rule, Style.Hairline) : row.Rule, KeepsNext = i == 0 || hasSubtotal && i == lines.Length - 1 });
        }

        if (hasSubtotal)
            rows.Add(Sum(texts.Say("prices.subtotal", texts[$"prices.groupSum.{group}"]), subtotal, SubtotalRule));
    }

    private TableRow Line(string position, PriceLine line)
    {
        var amount = line.Amount.ToMinorUnit(content.Proposal.Currency);
        sum += amount;
        return new()
        {
            Cells = [
                position, Words(line),
                line.Quantity is { } quantity ? content.Formats.Quantity(quantity) : "",
                line.UnitPrice is { } price ? content.Formats.UnitPrice(price) : "",
                content.Formats.Amount(amount)],
            Amount = amount,
        };
    }

    private string Words(PriceLine line)
    {
        var words = content.Texts[$"price.{line.Kind}"];
        return line.Kind switch
        {
            _ when line.Name is null => words,
            PriceKind.Unit or PriceKind.Part or PriceKind.ThirdParty => line.Name,
            _ => content.Texts.Say("price.named", words, line.Name),
        };
    }

    private void AddTotals()
    {
        var (texts, formats, option) = (content.Texts, content.Formats, content.Proposal.Recommended);
        if (rows.Count > 0)
            rows[^1] = rows[^1] with { KeepsNext = true };
        if (sum != option.Net)
        {
            rows.Add(new()
            {
                Cells = ["", texts["prices.rounding"], "", "", formats.Amount(option.Net - sum)],
                Amount = option.Net - sum,
                KeepsNext = true,
                IsTotal = true,
            });
        }

        rows.Add(Sum(texts["prices.net"], option.Net, new(Style.Ink, Style.HeadRule)) with { KeepsNext = true, IsTotal = true });
        rows.Add(new()
        {
            Cells = ["", texts.Say("prices.vat", formats.Percent(content.Proposal.VatRate)), "", "", formats.Amount(option.Vat)],
            Rule = null,
            KeepsNext = true,
            IsTotal = true,
        });
        var gross = texts.Say(ProposalContent.IsSure(option) ? "prices.gross" : "prices.grossExpected", content.OptionName(option));
        rows.Add(Sum(gross, option.Gross, new(Style.Ink, Style.HeavyRule)) with { IsTotal = true });
    }

    private TableRow Sum(string words, decimal amount, Stroke rule) =>
        new() { Cells = ["", words, "", "", content.Formats.Amount(amount)], Weight = Weight.SemiBold, Rule = rule };
}
