using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the options deliver otherwise, side by side; nothing where all deliver the same.</summary>
internal static class ScopeDifferences
{
    private const double ColumnWidth = 72;

    public static void Draw(Flow flow, ProposalContent content)
    {
        var options = content.Proposal.Options.Where(option => option.Deliverables.Count > 0).ToArray();
        var rows = options.SelectMany(option => option.Deliverables.Select(Key)).Distinct()
            .Select(key => (key.Phase, key.Name, Amounts: options.Select(option => Amount(option, key, content)).ToArray()))
            .Where(row => row.Amounts.Distinct().Skip(1).Any())
            .OrderBy(row => row.Phase).ToArray();
        if (rows.Length == 0)
            return;

        var first = Grid.Right - options.Length * ColumnWidth - (options.Length - 1) * 10.5;
        flow.Subheading(content.Texts["scope.differences"], needed: 60);
        var table = new Table([
            new(content.Texts["scope.phase"], Grid.Left, Grid.MarginWidth), new(content.Texts["scope.result"], Grid.Main, first - 10.5 - Grid.Main),
            .. options.Select((option, i) => new Column(Head(option, content), first + i * (ColumnWidth + 10.5), ColumnWidth, IsRight: true))]);
        foreach (var (i, row) in rows.Index())
            table.Add(new() { Cells = [i > 0 && rows[i - 1].Phase == row.Phase ? "" : content.Texts[$"phase.{row.Phase}"], row.Name, .. row.Amounts], StrongCell = 0 });
        table.Draw(flow);
        flow.Gap(28);
    }

    private static (Phase Phase, string Name) Key(Deliverable deliverable) => (deliverable.Phase, deliverable.Name);

    private static string Head(FeeOption option, ProposalContent content) =>
        option.Scope is { } scope ? $"{content.OptionName(option)}\n{scope}" : content.OptionName(option);

    // What it is counted in, or that it is there; how it is made where options make it differently.
    private static string Amount(FeeOption option, (Phase, string) key, ProposalContent content)
    {
        var own = option.Deliverables.Where(deliverable => Key(deliverable) == key).ToArray();
        if (own.Length == 0)
            return content.Texts["scope.notIncluded"];
        var quantity = own.Sum(deliverable => deliverable.Quantity);
        var words = quantity is > 0 ? content.Formats.Quantity(quantity.Value) : content.Texts["scope.included"];
        var methods = content.Proposal.Options.SelectMany(one => one.Deliverables).Where(deliverable => Key(deliverable) == key).Select(deliverable => deliverable.Method).Distinct();
        return methods.Skip(1).Any() ? $"{words}, {ScopeSection.Method(own[0].Method, content)}" : words;
    }
}
