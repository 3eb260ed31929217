using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What the value comes from, with every assumption and its owner; the printed rows add up to the value.</summary>
internal static class ValueTables
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        if (content.Proposal.Value.Drivers.Count > 0)
            DrawDrivers(flow, content);
    }

    private static void DrawDrivers(Flow flow, ProposalContent content)
    {
        var (texts, formats, drivers) = (content.Texts, content.Formats, content.Proposal.Value.Drivers);
        var counted = drivers.Select(driver => formats.Amount(driver.Counted)).ToArray();
        var first = drivers.Select(driver => formats.Amount(driver.FirstMonth)).ToArray();
        var (wide, wideFirst) = (Math.Max(72, Widths.OfAmounts(counted)), Math.Max(72, Widths.OfAmounts(first)));
        var countedX = Grid.Right - wide;
        var (confidenceX, attributionX, retentionX) = (countedX - 52, countedX - 108, countedX - 160);
        var firstX = retentionX - 7 - wideFirst;
        flow.Gap(14);
        flow.Subheading(texts["drivers.title"], needed: 133);

        // The note stands in the second column; the first has no width here.
        var table = new Table([
            new("", Grid.Left, 0),
            new(texts["drivers.name"], Grid.Left, firstX - 10.5 - Grid.Left),
            new(texts.Say("drivers.firstMonth", formats.Unit), firstX, wideFirst, IsRight: true),
            new(texts["drivers.retention"], retentionX, 45, IsRight: true),
            new(texts["drivers.attribution"], attributionX, 49, IsRight: true),
            new(texts["drivers.confidence"], confidenceX, 45, IsRight: true),
            new(texts.Say("drivers.counted", formats.Unit), countedX, wide, IsRight: true)]);
        for (var i = 0; i < drivers.Count; i++)
        {
            var driver = drivers[i];
            table.Add(new()
            {
                Cells = [
                    "", driver.Name, first[i], formats.Percent(driver.MonthlyRetention),
                    formats.Percent(driver.Attribution), formats.Percent(driver.Confidence), counted[i]],
                Note = Terms(driver, content),
                KeepsNext = i == drivers.Count - 1,
            });
        }

        AddTotal(table, content);
        table.Draw(flow);
        flow.Gap(7);
        flow.Note(texts["drivers.note"]);
        flow.Gap(14);
    }

    private static void AddTotal(Table table, ProposalContent content)
    {
        var (texts, formats, value, currency) = (content.Texts, content.Formats, content.Proposal.Value, content.Proposal.Currency);
        var rounding = value.Total.ToMinorUnit(currency) - value.Drivers.Sum(driver => driver.Counted.ToMinorUnit(currency));
        if (rounding != 0)
            table.Add(new() { Cells = ["", texts["prices.rounding"], "", "", "", "", formats.Amount(rounding)], KeepsNext = true });
        table.Add(new() { Cells = ["", texts["assumptions.value"], "", "", "", "", formats.Amount(value.Total)], Weight = Weight.SemiBold, Rule = new(Style.Ink, Style.HeadRule) });
    }

    private static string Terms(ClientDriver driver, ProposalContent content)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var term = texts.Count("drivers.months", driver.Months, formats.Quantity(driver.Months)) + ", " + texts.Say("drivers.start", formats.Quantity(driver.DelayMonths + 1));
        var source = driver.Source is null ? null : texts.Say("drivers.source", driver.Source);
        var owner = driver.DataOwner is null ? null : texts.Say("drivers.owner", driver.DataOwner);
        return string.Join(". ", new[] { term, source, owner }.OfType<string>());
    }
}
