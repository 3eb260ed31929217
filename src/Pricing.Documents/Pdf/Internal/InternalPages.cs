using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Pdf.Internal;

/// <summary>The sections of the internal edition.</summary>
internal sealed class InternalPages(ProposalContent content, InternalProposal proposal)
{
    private const double ColumnWidth = 84;

    public void Draw(Flow flow)
    {
        var texts = content.Texts;
        flow.Heading("1", texts["internal.title"], content.Brand.Line);
        DrawRecommended(flow);
        DrawFigures(flow);
        flow.NewPage();
        flow.Heading("2", texts["internal.costs"], content.Brand.Line);
        foreach (var scope in proposal.Costs.Scopes)
            OpenBookSection.DrawScope(flow, content, scope);
        DrawCharts(flow);
    }

    private void DrawRecommended(Flow flow)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var own = proposal.Options.First(option => option.Option.IsRecommended);
        flow.Lead(texts.Say("internal.lead", content.Proposal.Title, content.Proposal.Client ?? "\u2013", content.OptionName(own.Option)));
        flow.Gap(31.5);
        flow.Snap();
        KeyFigures.Draw(flow, [
            (texts["figure.ExpectedProfit"], formats.Whole(own.Figures.ExpectedProfit ?? Money.Zero), texts.Say("internal.exactly", formats.Money(own.Figures.ExpectedProfit ?? Money.Zero))),
            (texts["figure.ProfitMargin"], Percent(own.Figures.ProfitMargin), texts["internal.ofFee"]),
            (texts["figure.LossProbability"], Percent(own.Figures.LossProbability), texts.Say("internal.worst", formats.Percent(content.Proposal.TailProbability), Amount(own.Figures.ProfitCvar)))]);
        flow.Gap(28);
        flow.Snap();
    }

    private void DrawFigures(Flow flow)
    {
        var (texts, options) = (content.Texts, proposal.Options);
        var first = Grid.Right - options.Count * ColumnWidth - (options.Count - 1) * 10.5;
        var table = new Table([
            new(texts.Say("internal.figures", content.Formats.Unit), Grid.Left, first - 10.5 - Grid.Left),
            .. options.Select((option, i) => new Column(content.OptionName(option.Option), first + i * (ColumnWidth + 10.5), ColumnWidth, IsRight: true))])
        { Note = texts["internal.note"] };
        Add(table, "figure.ExpectedFee", option => Amount(option.Figures.ExpectedFee), isStrong: true);
        Add(table, "internal.discount", option => content.Formats.Percent(option.Option.Discount));
        Add(table, "internal.labour", option => Amount(option.Comparison.Cost.Labour), isFirst: true);
        Add(table, "internal.ai", option => Amount(option.Comparison.Cost.Ai));
        Add(table, "internal.thirdParty", option => Amount(option.Comparison.Cost.ThirdParty));
        Add(table, "price.ArtistSocialLevy", option => Amount(option.Comparison.Cost.ArtistSocialLevy));
        Add(table, "figure.ExpectedCost", option => Amount(option.Figures.ExpectedCost), isStrong: true);
        Add(table, "figure.ExpectedProfit", option => Amount(option.Figures.ExpectedProfit), isFirst: true, isStrong: true);
        Add(table, "figure.ProfitMargin", option => Percent(option.Figures.ProfitMargin));
        Add(table, "figure.DeliveryMargin", option => Percent(option.Figures.DeliveryMargin));
        Add(table, "figure.LossProbability", option => Percent(option.Figures.LossProbability), isFirst: true);
        Add(table, "figure.ProfitCvar", option => Amount(option.Figures.ProfitCvar));
        Add(table, "figure.CertaintyEquivalent", option => Amount(option.Figures.CertaintyEquivalent));
        Add(table, "figure.Floor", option => Amount(option.Comparison.BargainingRange.Floor), isFirst: true);
        Add(table, "figure.Ceiling", option => Amount(option.Comparison.BargainingRange.Ceiling));
        Add(table, "figure.Zopa", option => Amount(option.Comparison.BargainingRange.Zopa));
        Add(table, "internal.position", option => texts[$"internal.position.{option.Figures.RangePosition}"]);
        Add(table, "figure.ClientSurplus", option => Amount(option.Figures.ClientSurplus), isFirst: true);
        table.Draw(flow);
    }

    private void Add(Table table, string key, Func<InternalOption, string> value, bool isFirst = false, bool isStrong = false) => table.Add(new()
    {
        Cells = [content.Texts[key], .. proposal.Options.Select(value)],
        Weight = isStrong ? Weight.SemiBold : Weight.Regular,
        Above = isFirst ? 7 : 0,
        Rule = isFirst ? new(Style.Rule, Style.Hairline) : new(Style.Grid, Style.Hairline),
    });

    // A chart for each scope: options over other scopes have other costs and another range.
    private void DrawCharts(Flow flow)
    {
        foreach (var (scope, comparison) in proposal.Options.GroupBy(option => option.Comparison).Select(group => (group.First().Option.Scope, group.Key)))
        {
            var chart = new ComparisonChart(ComparisonChartData.Of(comparison));
            var height = chart.DrawOn(new Page(), content.Texts.Language, Grid.Left, 0, Grid.Width);
            flow.Gap(28);
            flow.Need(height + (scope is null ? 0 : 28));
            if (scope is not null && proposal.Costs.Scopes.Count > 1)
                flow.Caption(scope);
            var (page, top) = (flow.Page, flow.Y);
            page.Figure(Grid.Left, top, Grid.Width, height, chart.TitleIn(content.Texts.Language), () => chart.DrawOn(page, content.Texts.Language, Grid.Left, top, Grid.Width));
            flow.Advance(height);
        }
    }

    private string Amount(Money? amount) => amount is { } known ? content.Formats.Amount(known) : content.Texts["internal.none"];

    private string Percent(Figure? figure) => figure is { } known ? content.Formats.Percent(known.Value, mostDecimals: 1) : content.Texts["internal.none"];
}
