using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the client may add or choose, and what each option costs without it, as recommended, and with all of it.</summary>
internal static class ExtrasTables
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        // Options that offer the same lines share a table.
        var groups = content.Proposal.Options.Where(option => option.Extras.Count > 0).GroupBy(option => option.Extras, ByContent.Instance).ToArray();
        foreach (var group in groups)
        {
            var options = group.ToArray();
            var title = content.Texts["extras.title"];
            flow.Gap(35);
            flow.Subheading(options.Length == content.Proposal.Options.Count ? title : $"{title}, {content.OptionNames(options)}", needed: 120);
            DrawLines(flow, content, group.Key);
            flow.Gap(28);
            DrawTotals(flow, content, options);
        }
    }

    private static void DrawLines(Flow flow, ProposalContent content, IReadOnlyList<Extra> extras)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var width = Math.Max(72, Widths.OfAmounts(extras.Select(extra => formats.Amount(extra.Amount))));
        var price = Widths.OfAmounts(extras.Select(extra => formats.UnitPrice(new(extra.UnitPrice))));
        var amountX = Grid.Right - width;
        var (priceX, unitX) = (amountX - 10.5 - price, amountX - 10.5 - price - 10.5 - 56);
        var quantityX = unitX - 10.5 - 42;
        var table = new Table([
            new("", Grid.Left, 0),
            new(texts["prices.service"], Grid.Left, quantityX - 10.5 - Grid.Left),
            new(texts["prices.quantity"], quantityX, 42, IsRight: true), new(texts["prices.unit"], unitX, 56),
            new(texts["prices.unitPrice"], priceX, price, IsRight: true), new(texts.Say("prices.amount", formats.Unit), amountX, width, IsRight: true)])
        { Note = texts[extras.Any(extra => extra.Group is not null) ? "extras.note" : "extras.noteOptional"] };
        foreach (var group in extras.GroupBy(extra => extra.Group).OrderBy(group => group.Key is not null))
        {
            var head = group.Key is { } name ? texts.Say("extras.oneOf", name) : texts["extras.optional"];
            table.Add(new() { Cells = ["", head, "", "", "", ""], Weight = Weight.SemiBold, Above = 7, Rule = null, KeepsNext = true });
            // The lines of a group stay together: they are alternatives to each other.
            foreach (var (i, extra) in group.Index())
                table.Add(Line(content, extra) with { Rule = i == 0 ? new(Style.Rule, Style.Hairline) : new(Style.Grid, Style.Hairline), KeepsNext = (i == 0 || group.Key is not null) && i < group.Count() - 1 });
        }

        table.Draw(flow);
    }

    private static TableRow Line(ProposalContent content, Extra extra)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var state = extra.IsInBasePrice ? texts["extras.inPrice"] : extra.IsPreselected ? texts["extras.recommended"] : null;
        var rate = extra.VatRate == content.Proposal.VatRate ? null : texts.Say("prices.ownRate", formats.Percent(extra.VatRate));
        var description = extra.Description is { } marked ? MarkedText.Words(marked) : null;
        return new()
        {
            Cells = ["", extra.Name, formats.Quantity(extra.Quantity), extra.Unit, formats.UnitPrice(new(extra.UnitPrice)), formats.Amount(extra.Amount)],
            Note = string.Join(". ", new[] { state, rate, description }.OfType<string>()) is { Length: > 0 } note ? note : null,
        };
    }

    private static void DrawTotals(Flow flow, ProposalContent content, FeeOption[] options)
    {
        var (texts, formats, currency) = (content.Texts, content.Formats, content.Proposal.Currency);
        var rows = options.SelectMany(option => ExtraChoices.Of(option)
            .Select(choice => (option, choice.Kind, Total: option.With(choice.Chosen, currency)))).ToArray();
        var table = SumColumns.Table(content, texts["extras.totals"], rows.Select(row => row.Total.Gross), rows.SelectMany(row => row.Total.VatLines),
            options.All(ProposalContent.IsSure) ? null : texts["extras.totalsNote"]);
        foreach (var (option, kind, total) in rows)
        {
            var isFirst = kind == ExtraChoice.Without;
            table.Add(new()
            {
                Cells = [Words(content, option, kind), formats.Amount(total.Net), formats.Amount(total.Vat), formats.Amount(total.Gross)],
                Rule = isFirst ? new(Style.Rule, Style.Hairline) : new(Style.Grid, Style.Hairline),
                StrongCell = kind == ExtraChoice.Recommended ? 0 : null,
                KeepsNext = kind != ExtraChoice.Most,
            });
        }

        table.Draw(flow);
    }

    // Of a group one line is always chosen: where even the cheapest costs something, the sum without extras names it.
    private static string Words(ProposalContent content, FeeOption option, ExtraChoice kind)
    {
        var words = content.Texts.Say($"extras.total.{kind}", content.OptionName(option));
        var needed = kind == ExtraChoice.Without ? option.Extras.Where(extra => extra.Amount != 0 && option.FewestExtras.Contains(extra.Code)).Select(extra => extra.Name).ToArray() : [];
        return needed.Length == 0 ? words : content.Texts.Say("extras.total.butWith", words, content.Texts.List(needed));
    }

    private sealed class ByContent : IEqualityComparer<IReadOnlyList<Extra>>
    {
        public static readonly ByContent Instance = new();

        public bool Equals(IReadOnlyList<Extra>? left, IReadOnlyList<Extra>? right) => left!.SequenceEqual(right!);

        public int GetHashCode(IReadOnlyList<Extra> extras) => extras.Count;
    }
}
