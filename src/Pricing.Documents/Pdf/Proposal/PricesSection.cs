using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the options cost: the recommended one with its formula and its fee by outcome, then the others, then what can be added.</summary>
internal static class PricesSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        var own = content.Proposal.Recommended;
        DrawCalculation(flow, content, own);
        PriceTable.Draw(flow, content, own);
        foreach (var other in content.Proposal.Options.Where(option => option != own && option.Lines.Count > 0))
        {
            flow.Gap(28);
            flow.Subheading($"{content.OptionName(other)}, {other.Name}", needed: 120);
            PriceTable.Draw(flow, content, other);
        }

        ExtrasTables.Draw(flow, content);
    }

    private static void DrawCalculation(Flow flow, ProposalContent content, FeeOption option)
    {
        var texts = content.Texts;
        var followsOutcome = ProposalContent.FollowsOutcome(option);
        if (followsOutcome && FeeWords.Formula(option, content) is { } formula)
        {
            var words = option.PassThrough.IsZero ? $"{formula}." : $"{formula}. {texts["prices.passThroughOnTop"]}";
            flow.LabelRow(texts["prices.formula"], content.OptionName(option), [Paragraph.Of(words, Style.Text)], hasRule: false);
        }
        else
        {
            flow.LabelRow(texts["prices.calculation"], content.OptionName(option), [Paragraph.Of(SummarySection.Sentence(FeeWords.Of(option, content)), Style.Text)], hasRule: false);
        }

        if (!followsOutcome)
            return;
        OutcomeTable.Draw(flow, content, option);
        flow.Gap(28);
    }
}
