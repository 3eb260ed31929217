using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What is delivered, by phase, and how it is made.</summary>
internal static class ScopeSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, proposal) = (content.Texts, content.Proposal);
        if (proposal.Deliverables.Count > 0)
            DrawTable(flow, content);
        if (proposal.Deliverables.Any(deliverable => deliverable.HumanReview))
        {
            flow.Gap(7);
            flow.Note(texts["scope.reviewNote"], Grid.Main, Grid.MainWidth);
        }

        flow.Gap(28);
        if (proposal.IncludedRounds is { } rounds)
            flow.LabelRow(texts["scope.rounds"], texts.Count("scope.roundsIncluded", rounds, texts.Number(rounds)));
        if (Schedule.Fits(proposal))
            Schedule.Draw(flow, content);
    }

    public static string Method(ProductionMethod method, ProposalContent content) => content.Texts[$"method.{method}"];

    private static void DrawTable(Flow flow, ProposalContent content)
    {
        var (texts, proposal) = (content.Texts, content.Proposal);
        var hasForms = proposal.Deliverables.Any(deliverable => deliverable.Description is not null);
        Column[] columns = hasForms
            ? [
                new(texts["scope.phase"], Grid.Left, Grid.MarginWidth), new(texts["scope.result"], Grid.Main, 116),
                new(texts["scope.quantity"], 299, 48, IsRight: true), new(texts["scope.method"], 354.5, 46), new(texts["scope.form"], 408, Grid.Right - 408)]
            : [
                new(texts["scope.phase"], Grid.Left, Grid.MarginWidth), new(texts["scope.result"], Grid.Main, 222),
                new(texts["scope.quantity"], 412, 42, IsRight: true), new(texts["scope.method"], 464.5, Grid.Right - 464.5)];
        var table = new Table(columns);
        foreach (var phase in proposal.Deliverables.GroupBy(deliverable => deliverable.Phase).OrderBy(group => group.Key))
            AddPhase(table, phase, content, hasForms, isFirst: phase.Key == proposal.Deliverables.Min(deliverable => deliverable.Phase));
        table.Draw(flow);
    }

    private static void AddPhase(Table table, IGrouping<Phase, Deliverable> phase, ProposalContent content, bool hasForms, bool isFirst)
    {
        var deliverables = phase.ToArray();
        for (var i = 0; i < deliverables.Length; i++)
        {
            var deliverable = deliverables[i];
            List<string> cells =
            [
                i == 0 ? content.Texts[$"phase.{phase.Key}"] : "", deliverable.Name,
                deliverable.Quantity is { } quantity ? content.Formats.Quantity(quantity) : "",
                Method(deliverable.Method, content) + (deliverable.HumanReview ? "\u00A0*" : ""),
            ];
            if (hasForms)
                cells.Add(deliverable.Description ?? "");
            table.Add(new()
            {
                Cells = cells,
                StrongCell = i == 0 ? 0 : null,
                Above = i == 0 && !isFirst ? 10.5 : 0,
                Rule = i == 0 ? new(Style.Rule, Style.Hairline) : new(Style.Grid, Style.Hairline),
                RuleFrom = i == 0 ? Grid.Left : Grid.Main,
                KeepsNext = i == 0 && deliverables.Length > 1,
            });
        }
    }
}
