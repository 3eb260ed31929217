using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the recommended option costs: its formula, the fee by outcome, and every line of its price.</summary>
internal static class PricesSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, option) = (content.Texts, content.Proposal.Recommended);
        var followsOutcome = ProposalContent.FollowsOutcome(option);
        var words = SummarySection.Sentence(FeeWords.Of(option, content));
        if (followsOutcome && FeeWords.Formula(option, content) is { } formula)
        {
            flow.LabelRow(texts["prices.formula"], content.OptionName(option), [new($"{formula}. {texts["prices.passThroughOnTop"]}", Style.Text)], hasRule: false);
        }
        else
        {
            flow.LabelRow(texts["prices.calculation"], content.OptionName(option), [new(words, Style.Text)], hasRule: false);
        }

        if (followsOutcome)
        {
            DrawOutcomes(flow, content, option);
            flow.Gap(28);
        }

        PriceTable.Draw(flow, content);
    }

    private static void DrawOutcomes(Flow flow, ProposalContent content, FeeOption option)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var rows = option.Outcomes.Select(outcome => (
            outcome.Outcome, formats.Percent(outcome.Probability), formats.Amount(outcome.Value),
            formats.Amount(outcome.Fee - option.PassThrough), formats.Amount(outcome.Fee))).ToList();
        rows.Add((texts["outcomes.expected"], formats.Percent(option.Outcomes.Sum(outcome => outcome.Probability)),
            formats.Amount(option.ExpectedFee + option.ClientSurplus), formats.Amount(option.ExpectedFee - option.PassThrough), formats.Amount(option.Net)));

        var (hasPassThrough, width) = (!option.PassThrough.IsZero, Math.Max(91, Widths.OfAmounts(rows.Select(row => row.Item3))));
        var x = Grid.Right - width;
        var table = new Table([
            new(texts["outcomes.name"], Grid.Left, 118),
            new(texts["outcomes.probability"], Grid.Left + 122, 73, IsRight: true),
            new(texts["outcomes.value"], x - 2 * (width + 10.5), width, IsRight: true),
            new(texts[hasPassThrough ? "outcomes.fee" : "outcomes.noFee"], x - width - 10.5, width, IsRight: true),
            new(texts[hasPassThrough ? "outcomes.feeWithPassThrough" : "outcomes.fullFee"], x, width, IsRight: true)])
        { IsClosed = false };
        for (var i = 0; i < rows.Count; i++)
        {
            var (name, probability, value, fee, total) = rows[i];
            var isSum = i == rows.Count - 1;
            table.Add(new()
            {
                Cells = [name, probability, value, hasPassThrough ? fee : "", total],
                Weight = isSum ? Weight.SemiBold : Weight.Regular,
                Rule = isSum ? new(Style.Ink, Style.HeadRule) : new(Style.Grid, Style.Hairline),
                KeepsNext = i == rows.Count - 2,
            });
        }

        table.Draw(flow);
        flow.Gap(7);
        flow.Note(texts.Say("outcomes.note", formats.CurrencyName));
    }
}
