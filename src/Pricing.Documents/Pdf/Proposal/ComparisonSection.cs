using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The fee structures from the client's side, when the fee is earned back, and what the value rests on.</summary>
internal static class ComparisonSection
{
    // What fits on a page; more would be a list nobody compares.
    private const int MostRows = 17;
    private const int MostDrivers = 4;
    private const double DriversHeight = 63;

    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, formats, proposal) = (content.Texts, content.Formats, content.Proposal);
        var finding = Finding(content);
        if (finding.Length > 0)
        {
            flow.Lead(finding);
            flow.Gap(24.5);
            flow.Snap();
        }

        var chart = new ClientComparisonChart(proposal, texts, formats, content.Brand.Line, MostAlternatives(proposal));
        flow.Need(chart.Height);
        flow.Page.Figure(
            Grid.Left, flow.Y, Grid.Width, chart.Height, finding.Length > 0 ? finding : texts["section.Comparison"], () => chart.Draw(flow.Page, Grid.Left, flow.Y));
        flow.Advance(chart.Height);
        flow.Gap(10.5);
        flow.Note(Note(content), Grid.Main, Grid.MainWidth);
        flow.Gap(28);
        DrawPayback(flow, content);
        DrawDrivers(flow, content);
    }

    private static int MostAlternatives(ClientProposal proposal) => Math.Max(0, MostRows - proposal.Options.Count);

    private static void DrawPayback(Flow flow, ProposalContent content)
    {
        var curve = new PaybackCurve(content.Proposal, content.Texts, content.Formats);
        if (!curve.Fits)
            return;
        flow.Need(PaybackCurve.Height + 21);
        flow.Rule(Grid.Left, Grid.Width, Style.Hairline, Style.Rule);
        flow.Advance(6.5);
        var (page, top, title) = (flow.Page, flow.Y, content.Texts["client.payback"]);
        var notes = LineBreaker.Break(content.Texts.Say("comparison.paybackNote", curve.Scale.Unit), Style.Micro, Grid.MarginWidth);
        page.Tagged(Tag.Paragraph, () =>
        {
            page.Text(Grid.Left, top + Style.Strong.Baseline, title, Style.Strong, Style.Ink);
            for (var i = 0; i < notes.Count; i++)
                notes[i].Draw(page, Grid.Left, top + Style.Strong.Line + i * Style.Micro.Line, Style.Text2);
        });
        page.Figure(Grid.Main, top, Grid.MainWidth, PaybackCurve.Height + 10.5, title, () => curve.Draw(page, Grid.Main, top + 10.5));
        flow.Advance(PaybackCurve.Height + 10.5);
        flow.Gap(14);
    }

    // The drivers in a sentence, where there is room for it; their assumptions stand in a table of their own.
    private static void DrawDrivers(Flow flow, ProposalContent content)
    {
        var (texts, drivers) = (content.Texts, content.Proposal.Value.Drivers);
        if (drivers.Count == 0 || flow.Room < DriversHeight)
            return;
        flow.LabelRow(texts["client.drivers"], texts.Say("client.driversText", texts.List(Named(content)), content.Numbers[Section.Assumptions]));
    }

    // The largest drivers by name, of either sign, and the sum of the others: what is named adds up to the value.
    private static List<string> Named(ProposalContent content)
    {
        var (texts, formats, value, currency) = (content.Texts, content.Formats, content.Proposal.Value, content.Proposal.Currency);
        var drivers = value.Drivers.OrderByDescending(driver => Math.Abs(driver.Counted.Amount)).ToArray();
        var named = drivers.Take(drivers.Length <= MostDrivers + 1 ? drivers.Length : MostDrivers).OrderByDescending(driver => driver.Counted).ToArray();
        List<string> words = [.. named.Select(driver => texts.Say("client.driver", driver.Name, formats.Money(driver.Counted)))];
        if (named.Length < drivers.Length)
            words.Add(texts.Say("client.driver", texts["client.otherDrivers"], formats.Money(value.Total.ToMinorUnit(currency) - named.Sum(driver => driver.Counted.ToMinorUnit(currency)))));
        return words;
    }

    /// <summary>What the recommended option does best among those offered, by rule, and which one leaves most; empty for one option alone.</summary>
    public static string Finding(ProposalContent content)
    {
        var (texts, options, own) = (content.Texts, content.Proposal.Options, content.Proposal.Recommended);
        if (options.Count < 2)
            return "";
        var safest = options.MaxBy(option => option.ClientCvar)!;
        var richest = options.MaxBy(option => option.ClientSurplus)!;
        var (name, most) = (content.OptionName(own), content.OptionName(richest));
        if (own == richest)
            return own == safest ? texts.Say("client.findingBoth", name) : texts.Say("client.findingRichest", name, content.OptionName(safest));
        if (own == safest)
            return texts.Say("client.finding", name, most);
        return OptionsSection.Reasons(content) is [var reason, ..] ? texts.Say("client.findingReason", name, reason, most) : texts.Say("client.findingOther", name, most);
    }

    /// <summary>What the figures of the comparison are.</summary>
    public static string Definition(ProposalContent content)
    {
        var (texts, formats, proposal) = (content.Texts, content.Formats, content.Proposal);
        var note = texts.Say(
            proposal.Recommended.NonDeductibleVat.IsZero ? "client.note" : "client.noteWithVat", formats.Money(proposal.Value.Total), formats.Percent(proposal.TailProbability));
        return proposal.Alternatives.Count > 0 ? note + " " + texts["client.noteAlternatives"] : note;
    }

    private static string Note(ProposalContent content)
    {
        var (texts, proposal, note) = (content.Texts, content.Proposal, Definition(content));
        var left = proposal.Alternatives.Count - MostAlternatives(proposal);
        return left > 0 ? note + " " + texts.Count("client.noteLeftOut", left, texts.Number(left)) : note;
    }
}
