using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The rows of an option's price table: lines by phase and group, their sums, VAT by rate. Whatever is printed adds up to what is printed below it.</summary>
internal sealed class PriceRows
{
    private const double AboveGroup = 7;

    private static readonly Stroke SubtotalRule = new(Style.Ink, Style.Hairline);

    private readonly ProposalContent content;
    private readonly FeeOption option;
    private readonly List<TableRow> rows = [];
    private decimal sum;
    private int position;

    private PriceRows(ProposalContent content, FeeOption option) => (this.content, this.option) = (content, option);

    /// <summary>Cells are position, service, quantity, unit, unit price and amount.</summary>
    public static IReadOnlyList<TableRow> Of(ProposalContent content, FeeOption option)
    {
        var rows = new PriceRows(content, option);
        if (content.Detail != ProposalDetail.Summary)
            rows.AddGroups();
        rows.AddTotals();
        return rows.rows;
    }

    private void AddGroups()
    {
        var groups = PriceGroups.Of(option);
        var ofService = groups.Count(group => group.Group == PriceGroup.Service);
        for (var i = 0; i < groups.Count; i++)
        {
            AddGroup(groups[i], hasSubtotal: groups.Count > 1);
            if (ofService > 1 && i == ofService - 1)
                AddServiceSum(groups.Take(ofService));
        }
    }

    private void AddGroup(LineGroup group, bool hasSubtotal)
    {
        var (texts, digits) = (content.Texts, content.Texts.Number(++position, asDigits: true));
        if (content.Detail == ProposalDetail.Sections)
        {
            AddSum(digits, group);
            return;
        }

        if (group.Lines is [var single])
        {
            rows.Add(Line(digits, group, single) with { Above = rows.Count == 0 ? 0 : 10.5, StrongCell = 0, Rule = null });
            return;
        }

        rows.Add(new() { Cells = [digits, content.TitleOf(group), "", "", "", ""], Weight = Weight.SemiBold, Above = AboveGroup, Rule = null, KeepsNext = true });
        var subtotal = 0m;
        for (var i = 0; i < group.Lines.Count; i++)
        {
            var row = Line($"{digits}.{texts.Number(i + 1, asDigits: true)}", group, group.Lines[i]);
            subtotal += row.Amount;
            // The group's name stays with two rows, the subtotal with one.
            rows.Add(row with { Rule = i == 0 ? new(Style.Rule, Style.Hairline) : row.Rule, KeepsNext = i == 0 || hasSubtotal && i == group.Lines.Count - 1 });
        }

        if (hasSubtotal)
            rows.Add(Sum(texts.Say("prices.subtotal", SumTitle(group)), subtotal, SubtotalRule));
    }

    private void AddSum(string digits, LineGroup group)
    {
        var amount = group.Lines.Sum(Printed);
        sum += amount;
        rows.Add(new() { Cells = [digits, content.TitleOf(group), "", "", "", content.Formats.Amount(amount)], Amount = amount, StrongCell = 0 });
    }

    // What the agency's own work costs in all, where it is split: in a fee that follows success, the least of it.
    private void AddServiceSum(IEnumerable<LineGroup> groups)
    {
        var amount = groups.SelectMany(group => group.Lines).Sum(Printed);
        var isLeast = option.Terms is ClientTerms.BaseAndShare { MinimumFee: { } least } && least == amount;
        rows[^1] = rows[^1] with { KeepsNext = true };
        rows.Add(Sum(content.Texts[isLeast ? "prices.minimumFee" : "prices.ownWork"], amount, SubtotalRule));
    }

    private string SumTitle(LineGroup group) => group.Phase is { } phase ? content.Texts[$"phase.{phase}"] : content.Texts[$"prices.groupSum.{group.Group}"];

    private decimal Printed(PriceLine line) => line.Amount.ToMinorUnit(content.Proposal.Currency);

    private TableRow Line(string position, LineGroup group, PriceLine line)
    {
        var amount = Printed(line);
        sum += amount;
        return new()
        {
            Cells = [
                position, content.NameOf(line),
                ProposalContent.QuantityOf(line) is { } quantity ? content.Formats.Quantity(quantity) : "",
                content.UnitOf(line),
                PriceGroups.UnitPrice(line, content.Proposal.Currency) is { } price ? content.Formats.UnitPrice(price) : "",
                content.Formats.Amount(amount)],
            Note = Note(group, line),
            Amount = amount,
        };
    }

    private string? Note(LineGroup group, PriceLine line)
    {
        var rate = line.VatRate is { } own && own != content.Proposal.VatRate ? content.Texts.Say("prices.ownRate", content.Formats.Percent(own)) : null;
        var whole = line is { Kind: PriceKind.Discount, Base: not null } && option.Lines.Any(one => one.Group == PriceGroup.ThirdParty) ? content.Texts["prices.discountBase"] : null;
        return string.Join(". ", new[] { rate, whole, content.MarkupNote(group, line) }.OfType<string>()) is { Length: > 0 } note ? note : null;
    }

    private void AddTotals()
    {
        var (texts, formats) = (content.Texts, content.Formats);
        if (rows.Count > 0)
            rows[^1] = rows[^1] with { KeepsNext = true };
        if (rows.Count > 0 && sum != option.Net)
        {
            rows.Add(new()
            {
                Cells = ["", texts["prices.rounding"], "", "", "", formats.Amount(option.Net - sum)],
                Amount = option.Net - sum,
                KeepsNext = true,
                IsTotal = true,
            });
        }

        rows.Add(Sum(texts["prices.net"], option.Net, new(Style.Ink, Style.HeadRule)) with { KeepsNext = true, IsTotal = true });
        var taxes = content.VatLines(option);
        foreach (var tax in taxes)
        {
            rows.Add(new()
            {
                Cells = ["", content.VatWords(tax, isOneOfMany: taxes.Count > 1), "", "", "", formats.Amount(tax.Vat)],
                Rule = null,
                KeepsNext = true,
                IsTotal = true,
            });
        }

        var gross = texts.Say(ProposalContent.IsSure(option) ? "prices.gross" : "prices.grossExpected", content.OptionName(option));
        rows.Add(Sum(gross, option.Gross, new(Style.Ink, Style.HeavyRule)) with { IsTotal = true });
    }

    private TableRow Sum(string words, decimal amount, Stroke rule) =>
        new() { Cells = ["", words, "", "", "", content.Formats.Amount(amount)], Weight = Weight.SemiBold, Rule = rule };
}
