using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What is delivered and what is not, what options do otherwise, what the client does, and when.</summary>
internal static class ScopeSection
{
    // Results start close to their phases: their forms take the width, or they take lines.
    private const double Result = 132;

    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, proposal) = (content.Texts, content.Proposal);
        if (proposal.Terms?.Situation is { } situation && !SummarySection.HasSituation(content))
            flow.LabelRow(texts["summary.situation"], null, MarkedText.Of(situation));
        if (proposal.Deliverables.Count > 0)
            DrawTable(flow, content);
        if (proposal.Deliverables.Any(deliverable => deliverable.HumanReview))
        {
            flow.Gap(7);
            flow.Note(texts["scope.reviewNote"], Grid.Main, Grid.MainWidth);
        }

        flow.Gap(28);
        ScopeDifferences.Draw(flow, content);
        if (proposal.Terms?.Exclusions is { Count: > 0 } exclusions)
        {
            flow.Subheading(texts["scope.excluded"], needed: 42);
            flow.ListRow(texts["scope.exclusions"], texts["scope.exclusionsNote"], [.. exclusions.Select(text => MarkedText.Of(text))]);
            flow.Gap(14);
        }

        flow.KeepTogether(part => DrawCourse(part, content));
    }

    public static string Method(ProductionMethod method, ProposalContent content) => content.Texts[$"method.{method}"];

    private static void DrawCourse(Flow flow, ProposalContent content)
    {
        var (texts, proposal) = (content.Texts, content.Proposal);
        var duties = proposal.Terms?.ClientDuties ?? [];
        if (duties.Count > 0)
            flow.Subheading(texts["scope.course"], needed: 42);
        if (duties is [var duty])
            flow.LabelRow(texts["scope.duties"], null, MarkedText.Of(duty));
        else if (duties.Count > 1)
            flow.ListRow(texts["scope.duties"], null, [.. duties.Select(text => MarkedText.Of(text))]);
        if (proposal.IncludedRounds is { } rounds)
            flow.LabelRow(texts["scope.rounds"], Rounds(content, rounds));
        else if (proposal.Terms is not null)
            flow.LabelRow(texts["scope.rounds"], texts["scope.noRounds"]);
        if (Schedule.Fits(proposal))
            Schedule.Draw(flow, content);
    }

    /// <summary>What is said of revision rounds.</summary>
    public static string Rounds(ProposalContent content, int rounds)
    {
        var words = content.Texts.Count("scope.roundsIncluded", rounds, content.Texts.Number(rounds));
        if (content.Proposal.Terms?.Revisions is not { } revisions)
            return words;
        var further = revisions.FurtherRoundPrice is { } price
            ? content.Texts.Say("scope.furtherRound", content.Formats.Money(price))
            : content.Texts.Say(content.FurtherRounds.Key, content.FurtherRounds.Options);
        return $"{words} {further}";
    }

    private static void DrawTable(Flow flow, ProposalContent content)
    {
        var (texts, proposal) = (content.Texts, content.Proposal);
        var hasForms = proposal.Deliverables.Any(deliverable => deliverable.Description is not null);
        Column[] columns = hasForms
            ? [
                new(texts["scope.phase"], Grid.Left, 66), new(texts["scope.result"], Result, 126),
                new(texts["scope.quantity"], 268, 48, IsRight: true), new(texts["scope.method"], 326, 48), new(texts["scope.form"], 384, Grid.Right - 384)]
            : [
                new(texts["scope.phase"], Grid.Left, 66), new(texts["scope.result"], Result, 270),
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
                RuleFrom = i == 0 ? Grid.Left : Result,
                KeepsNext = i == 0 && deliverables.Length > 1,
            });
        }
    }
}
