using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The phases over time, from the planned days.</summary>
internal static class Schedule
{
    private const double Row = 18.75;
    private const double BarHeight = 12.25;
    private const double BarsStart = 242;
    private const double Mark = 6.5;

    public static bool Fits(ClientProposal proposal) => Phases(proposal).Count > 0;

    public static void Draw(Flow flow, ProposalContent content)
    {
        var phases = Phases(content.Proposal);
        flow.Need(Style.Hairline + 6.5 + phases.Count * Row + 24.5);
        flow.Rule(Grid.Left, Grid.Width, Style.Hairline, Style.Rule);
        flow.Advance(6.5);
        var page = flow.Page;
        var milestones = Milestones(content.Proposal);
        new SideLabel(content.Texts["scope.schedule"], milestones.Count == 0 ? null : content.Texts["scope.scheduleNote"]).Draw(page, flow.Y);
        page.Figure(
            Grid.Main, flow.Y, Grid.MainWidth, phases.Count * Row + 14, content.Texts["scope.schedule"], () => DrawBars(flow, content, phases, milestones));
        flow.Advance(phases.Count * Row + 24.5);
    }

    private static void DrawBars(Flow flow, ProposalContent content, List<(Phase Phase, DateOnly Start, DateOnly End)> phases, List<(int Number, DateOnly Day)> milestones)
    {
        var (page, first, last) = (flow.Page, phases.Min(phase => phase.Start).DayNumber, phases.Max(phase => phase.End).DayNumber + 1);
        double At(int day) => BarsStart + (Grid.Right - BarsStart) * (day - first) / (last - first);
        var bottom = flow.Y + phases.Count * Row;
        page.Line(BarsStart, flow.Y, BarsStart, bottom, new(Style.Grid, Style.Hairline));
        page.Line(Grid.Right, flow.Y, Grid.Right, bottom, new(Style.Grid, Style.Hairline));
        for (var i = 0; i < phases.Count; i++)
        {
            var (phase, start, end) = phases[i];
            var y = flow.Y + i * Row;
            page.Text(Grid.Main, y + Style.Text.Baseline, content.Texts[$"phase.{phase}"], Style.Text, Style.Ink);
            page.Rectangle(At(start.DayNumber), y + 0.9, At(end.DayNumber + 1) - At(start.DayNumber), BarHeight, Style.Slate);
        }

        // A milestone stands on the bar of the phase that runs on its day, on the last one where none does.
        foreach (var (number, day) in milestones.Where(one => one.Day.DayNumber >= first && one.Day.DayNumber <= last))
        {
            var row = phases.FindLastIndex(phase => phase.Start <= day);
            var (x, y, words) = (Math.Clamp(At(day.DayNumber), BarsStart, Grid.Right - Mark), flow.Y + Math.Max(0, row) * Row + 0.9 + BarHeight / 2, content.Texts.Number(number, asDigits: true));
            page.Dot(x, y, Mark, Style.Paper, new(Style.Ink, 1));
            page.Text(x, y + 2.6, words, Style.MicroStrong, Style.Ink, Anchor.Middle);
        }

        page.Text(BarsStart, bottom + Style.Micro.Baseline, content.Formats.ShortDate(DateOnly.FromDayNumber(first)), Style.Micro, Style.Text2);
        page.Text(Grid.Right, bottom + Style.Micro.Baseline, content.Formats.ShortDate(DateOnly.FromDayNumber(last - 1)), Style.Micro, Style.Text2, Anchor.End);
    }

    private static List<(int Number, DateOnly Day)> Milestones(ClientProposal proposal) =>
        [.. proposal.Recommended.Instalments.Select((instalment, i) => (i + 1, instalment.Milestone.DueDay)).Where(one => one.DueDay is not null).Select(one => (one.Item1, one.DueDay!.Value))];

    private static List<(Phase Phase, DateOnly Start, DateOnly End)> Phases(ClientProposal proposal) =>
    [
        .. from deliverable in proposal.Deliverables
           where deliverable.Start is not null && deliverable.End is not null && deliverable.Start <= deliverable.End
           group deliverable by deliverable.Phase into phase
           orderby phase.Key
           select (phase.Key, phase.Min(deliverable => deliverable.Start!.Value), phase.Max(deliverable => deliverable.End!.Value)),
    ];
}
