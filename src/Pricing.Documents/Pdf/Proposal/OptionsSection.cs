using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The options side by side, in the same fields at the same heights.</summary>
internal static class OptionsSection
{
    private const int PerRow = 3;

    public static void Draw(Flow flow, ProposalContent content)
    {
        foreach (var row in content.Proposal.Options.Chunk(PerRow))
        {
            var cards = OptionCards.Of(row, content, content.Proposal.Options.Count);
            flow.Need(cards.Height);
            cards.Draw(flow.Page, flow.Y);
            flow.Advance(cards.Height);
            flow.Gap(17.5);
        }

        if (Why(content) is { Count: > 0 } why)
            flow.LabelRow(content.Texts.Say("options.why", content.OptionName(content.Proposal.Recommended)), null, why, below: 10.5);
        flow.LabelRow(content.Texts[content.Proposal.Options.Count == 1 ? "options.inTheOption" : "options.inEach"], Common(content));
    }

    // The agency's own words first, then what holds by rule.
    private static List<Paragraph> Why(ProposalContent content)
    {
        List<Paragraph> why = content.Proposal.Recommended.Reason is { Length: > 0 } words ? [.. MarkedText.Of(words)] : [];
        if (Reasons(content) is [_, ..] reasons)
            why.Add(Paragraph.Of(string.Join(' ', reasons), Style.Text) with { Above = why.Count == 0 ? 0 : 7 });
        return why;
    }

    /// <summary>What holds for the recommended option alone, by rule.</summary>
    public static IReadOnlyList<string> Reasons(ProposalContent content)
    {
        var (texts, own) = (content.Texts, content.Proposal.Recommended);
        var others = content.Proposal.Options.Where(option => option != own).ToArray();
        if (others.Length == 0)
            return [];
        var reasons = new List<string>();
        if (ProposalContent.FollowsOutcome(own) && !ProposalContent.FollowsEffort(own) && content.Proposal.Value.Outcomes.MinBy(outcome => outcome.ValueMultiplier) is { } worst
            && FeeAt(own, worst) is { } ownFee && others.All(other => FeeAt(other, worst) > ownFee))
        {
            reasons.Add(texts.Say("options.reason.lowest", worst.Name));
        }

        if (others.All(other => own.ClientCvar > other.ClientCvar))
            reasons.Add(texts.Say("options.reason.worst", content.Formats.Percent(content.Proposal.TailProbability)));
        if (others.All(other => own.ClientSurplus > other.ClientSurplus))
            reasons.Add(texts["options.reason.surplus"]);
        if (others.All(other => own.ExpectedFee < other.ExpectedFee))
            reasons.Add(texts["options.reason.fee"]);
        if (ProposalContent.IsSure(own) && !ProposalContent.HasFurtherHours(own) && !others.Any(ProposalContent.IsSure))
            reasons.Add(texts["options.reason.sure"]);
        else if (!ProposalContent.IsSure(own) && others.All(other => own.HighestFee < other.HighestFee))
            reasons.Add(texts.Say("options.reason.bounded", content.Formats.Money(own.HighestFee)));
        return reasons;
    }

    private static decimal? FeeAt(FeeOption option, ClientOutcome outcome) =>
        option.Outcomes.FirstOrDefault(own => own.Outcome == outcome.Name)?.Fee.Amount;

    private static string Common(ProposalContent content)
    {
        var (texts, options) = (content.Texts, content.Proposal.Options);
        var words = texts[options.Any(option => option.Scope is not null) ? "options.scopes" : "options.scope"];
        var passThrough = options.Select(option => content.Formats.Money(option.PassThrough)).Distinct().ToArray();
        if (options.Any(option => !option.PassThrough.IsZero))
            words += " " + (passThrough is [var same] ? texts.Say("options.passThrough", same) : texts["options.passThroughByOption"]);
        return options.Count == 1 ? words : $"{words} {texts["options.exclusive"]}";
    }
}
