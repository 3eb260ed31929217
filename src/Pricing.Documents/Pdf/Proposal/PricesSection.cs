using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What each option costs, in the order of the options: how it is reckoned, the fee by outcome where it follows it, the price in lines; then what can be added.</summary>
internal static class PricesSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        foreach (var (i, option) in content.Proposal.Options.Where(option => option.Lines.Count > 0 || option.IsRecommended).Index())
        {
            if (i > 0)
                flow.Gap(28);
            if (content.Proposal.Options.Count > 1)
                flow.Subheading(content.Heading(option), Needed(content, option));
            DrawCalculation(flow, content, option);
            PriceTable.Draw(flow, content, option);
        }

        ExtrasTables.Draw(flow, content);
    }

    // The calculation stays with the table that it explains: the fee by outcome as a whole, or the first lines of the price.
    private static double Needed(ProposalContent content, FeeOption option)
    {
        double Row(string? words) => words is null ? 0 : 21 + LineBreaker.Break(words, Style.Text, Grid.MainWidth).Count * Style.Text.Line;
        var table = ProposalContent.FollowsOutcome(option) ? 45 + (option.Outcomes.Count + 1) * LaidRow.LineHeight : 119;
        return Row(FeeWords.Of(option, content)) + Row(FeeWords.Rates(option, content)) + Row(option.Description) + table;
    }

    private static void DrawCalculation(Flow flow, ProposalContent content, FeeOption option)
    {
        var texts = content.Texts;
        var followsOutcome = ProposalContent.FollowsOutcome(option);
        if (followsOutcome && FeeWords.Formula(option, content) is { } formula)
        {
            var words = option.PassThrough.IsZero ? $"{formula}." : $"{formula}. {texts["prices.passThroughOnTop"]}";
            flow.LabelRow(texts["prices.formula"], null, [Paragraph.Of(words, Style.Text)], hasRule: false);
        }
        else
        {
            flow.LabelRow(texts["prices.calculation"], null, [Paragraph.Of(SummarySection.Sentence(FeeWords.Of(option, content)), Style.Text)], hasRule: false);
        }

        if (FeeWords.Rates(option, content) is { } rates)
            flow.LabelRow(texts["prices.rates"], rates);
        if (option.Description is { } description)
            flow.LabelRow(texts["prices.feeText"], description);

        if (!followsOutcome)
            return;
        OutcomeTable.Draw(flow, content, option);
        flow.Gap(28);
    }
}
