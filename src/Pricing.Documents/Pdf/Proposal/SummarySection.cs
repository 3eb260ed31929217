using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The offer on one page: figures, what is proposed, what is uncertain, what to decide.</summary>
internal static class SummarySection
{
    // A longer situation would push the decision off the page; it then stands in the scope.
    private const int MostSituationLines = 7;

    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, formats, option) = (content.Texts, content.Formats, content.Proposal.Recommended);
        flow.Lead(Lead(content));
        flow.Gap(31.5);
        flow.Snap();
        DrawFigures(flow, content);
        flow.Gap(35);
        if (ValueBar.Fits(option))
        {
            var bar = new ValueBar(option, texts, formats);
            flow.Page.Figure(
                Grid.Left, flow.Y, Grid.Width, bar.Height, texts[option.NonDeductibleVat.IsZero ? "summary.valueBar" : "summary.valueBarWithVat"], () => bar.Draw(flow.Page, flow.Y));
            flow.Advance(bar.Height);
            flow.Gap(35);
        }

        flow.Snap();
        if (content.Proposal.Terms?.Situation is { } situation && HasSituation(content))
            flow.LabelRow(texts["summary.situation"], null, MarkedText.Of(situation));
        flow.LabelRow(texts["summary.proposal"], Proposal(content));
        flow.LabelRow(texts["summary.recommendation"], Sentence(FeeWords.Short(option, content)) + Range(option, content), lead: $"{content.OptionName(option)}, {option.Name}.");
        flow.LabelRow(texts["summary.uncertainty"], Uncertainty(content));
        flow.LabelRow(texts["summary.decision"], Decision(content));
    }

    /// <summary>Whether the situation is short enough for the summary.</summary>
    public static bool HasSituation(ProposalContent content) =>
        content.Proposal.Terms?.Situation is { } situation && LineBreaker.Break(MarkedText.Of(situation), Grid.MainWidth).Count <= MostSituationLines;

    public static string Sentence(string words) => words.Length == 0 ? "" : $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    private static string Lead(ProposalContent content)
    {
        var option = content.Proposal.Recommended;
        var key = option.ClientSurplus.Amount < 0 ? "summary.leadWithoutSurplus" : !ProposalContent.IsSure(option) ? "summary.lead" : ProposalContent.HasFurtherHours(option) ? "summary.leadSureByHours" : "summary.leadSure";
        var lead = content.Texts.Say(key, content.Formats.Money(option.ExpectedFee), content.Formats.Money(option.ExpectedValue));
        return content.Proposal.Options.Count == 1 ? lead : $"{lead} {content.Texts.Say("summary.recommend", content.OptionName(option))}";
    }

    private static void DrawFigures(Flow flow, ProposalContent content)
    {
        var (texts, formats, option) = (content.Texts, content.Formats, content.Proposal.Recommended);
        var isSure = ProposalContent.IsSure(option);
        var range = isSure
            ? texts.Say($"summary.exactly{ProposalContent.Proviso(option)}", formats.Money(option.ExpectedFee))
            : texts.Say(ProposalContent.FollowsOutcome(option) ? "summary.byResult" : "summary.byEffort", formats.Range(formats.Fixed(option.LowestFee.Amount, 0), formats.Fixed(option.HighestFee.Amount, 0)));
        var payback = option.PaybackMonth is { } month ? texts.Say("summary.month", month) : texts["summary.noMonth"];
        var withVat = option.NonDeductibleVat.IsZero ? "" : "WithVat";
        KeyFigures.Draw(flow, formats.Unit, [
            new(texts[isSure ? "summary.fee" : "summary.expectedFee"], formats.Whole(option.ExpectedFee), formats.Fixed(option.ExpectedFee.Amount, 0), range),
            new(texts["summary.surplus"], formats.Whole(option.ClientSurplus), formats.Fixed(option.ClientSurplus.Amount, 0), texts[$"summary.surplusNote{withVat}"]),
            new(texts["summary.payback"], payback, null, texts[(option.PaybackMonth is null ? "summary.noMonthNote" : "summary.monthNote") + withVat])]);
    }

    private static string Proposal(ProposalContent content)
    {
        var (texts, proposal) = (content.Texts, content.Proposal);
        var phases = proposal.Deliverables.Select(deliverable => deliverable.Phase).Distinct().Order().Select(phase => texts[$"phaseInText.{phase}"]).ToArray();
        var pieces = proposal.Deliverables.Where(deliverable => deliverable.Quantity > 0)
            .Select(deliverable => texts.Say("cover.pieces", content.Formats.Quantity(deliverable.Quantity!.Value), deliverable.Name)).ToArray();
        var scope = phases.Length == 0 ? "" : texts.Count("summary.phases", phases.Length, texts.List(phases)) + " ";
        if (pieces.Length is > 0 and <= 4)
            scope += texts.Say("summary.pieces", texts.List(pieces)) + " ";
        return scope + texts.Say("summary.where", content.Numbers[Section.Scope], content.Numbers[Section.AiStatement]);
    }

    private static string Range(FeeOption option, ProposalContent content)
    {
        if (ProposalContent.IsSure(option))
            return "";
        var range = " " + content.Texts.Say("summary.range", content.Formats.Money(option.LowestFee), content.Formats.Money(option.HighestFee));
        return FeeWords.Limits(option, content) is { } limits ? $"{range} {limits}." : range;
    }

    private static string Decision(ProposalContent content) => content.IsPreview
        ? content.Texts["summary.decidePreview"]
        : content.Texts.Say(
            content.Proposal.Options.Count == 1 ? "summary.decideOne" : "summary.decide", content.Formats.Date(content.Identity.ValidUntil), content.Numbers[Section.Acceptance]);

    private static string Uncertainty(ProposalContent content)
    {
        var (texts, formats, option, value) = (content.Texts, content.Formats, content.Proposal.Recommended, content.Proposal.Value);
        var words = texts.Say("summary.expectedValue", formats.Money(value.Total), formats.Percent(value.DiscountRate));
        var worst = option.Outcomes.Where(outcome => outcome.Value < outcome.Fee).Sum(outcome => outcome.Probability);
        if (worst > 0)
            words += " " + texts.Say("summary.notCovered", formats.Percent(worst));
        return words + " " + texts.Say("summary.worstCases", formats.Percent(content.Proposal.TailProbability), formats.Money(option.ClientCvar));
    }
}
