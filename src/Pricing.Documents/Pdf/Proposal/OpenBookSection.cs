using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the work costs the agency, by phase and kind, for a client to whom it opens its books.</summary>
internal static class OpenBookSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        foreach (var scope in content.OpenBook!.Scopes)
            DrawScope(flow, content, scope);
        flow.Note(content.Texts["book.note"]);
    }

    /// <summary>The cost of a scope by phase and kind.</summary>
    public static void DrawScope(Flow flow, ProposalContent content, ScopeCost scope)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        if (scope.Scope is { } name)
            flow.Caption(name);
        var width = Math.Max(66, Widths.OfAmounts([formats.Amount(scope.Total)]));
        string[] heads = ["labour", "ai", "thirdParty", "levy", "total"];
        Column At(int i) => new(texts.Say($"book.{heads[i]}", formats.Unit), Grid.Right - (heads.Length - i) * width - (heads.Length - 1 - i) * 10.5, width, IsRight: true);
        var columns = Enumerable.Range(0, heads.Length).Select(At).ToArray();
        var table = new Table([new(texts["scope.phase"], Grid.Left, columns[0].X - 10.5 - Grid.Left), .. columns]) { IsClosed = false };
        AddRows(table, content, scope);
        table.Draw(flow);
        flow.Gap(28);
    }

    private static void AddRows(Table table, ProposalContent content, ScopeCost scope)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        foreach (var row in scope.Phases)
        {
            var name = row.Phase is { } phase ? texts[$"phase.{phase}"] : texts["book.noPhase"];
            table.Add(new() { Cells = [name, formats.Amount(row.Labour), formats.Amount(row.Ai), formats.Amount(row.ThirdParty), formats.Amount(row.ArtistSocialLevy), formats.Amount(row.Total)] });
        }

        if (scope.Phases.Sum(row => row.Total) is var printed && printed != scope.Total)
            table.Add(new() { Cells = [texts["prices.rounding"], "", "", "", "", formats.Amount(scope.Total - printed)] });
        table.Add(new()
        {
            Cells = [
                texts["book.sum"], formats.Amount(scope.Phases.Sum(row => row.Labour)), formats.Amount(scope.Phases.Sum(row => row.Ai)),
                formats.Amount(scope.Phases.Sum(row => row.ThirdParty)), formats.Amount(scope.Phases.Sum(row => row.ArtistSocialLevy)), formats.Amount(scope.Total)],
            Weight = Weight.SemiBold,
            Rule = new(Style.Ink, Style.HeadRule),
        });
    }
}
