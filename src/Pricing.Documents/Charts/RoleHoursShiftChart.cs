using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>Whose hours a delivery takes and whose it needs: bars to both sides of zero.</summary>
/// <param name="shift">The shift.</param>
/// <param name="subject">The engagement.</param>
/// <param name="withRoleCosts">Whether to say what single roles cost, which tells their salaries.</param>
public sealed class RoleHoursShiftChart(RoleHoursShift shift, ChartSubject subject, bool withRoleCosts = true) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var money = formats.ScaleFor(shift.Roles.Select(role => Math.Abs(role.CostShift.Amount)).DefaultIfEmpty().Max());
        var decimals = shift.Roles.All(role => Math.Abs(role.Shift.Value) < 10) ? 2 : 1;
        BarRow[] rows =
        [
            .. shift.Roles.OrderByDescending(role => role.Shift).Select(role => new BarRow(
                subject.RoleOf(role.Role), role.Shift.Value, formats.Signed(role.Shift.Value, decimals), role.Shift.Value < 0 ? Style.Ochre : Style.Blue) { Note = NoteOf(role, texts, formats, money) }),
            new(texts["chart.sum"], shift.Shift.Value, formats.Signed(shift.Shift.Value, decimals), Style.Slate) { IsSum = true },
        ];
        return new RowBars(ChartFrame.ForRows(texts, Words(texts, formats), width, height, rows.Length), rows, formats.SignedTick, texts["chart.hours"]);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats)
    {
        var sum = texts.Say("roles.footnote", formats.Signed(shift.Shift.Value, 2), formats.Signed(shift.FullTimeEquivalents.Value, 2), formats.Money(shift.CostShift));
        return new(Finding(texts, formats), texts["roles.definition"], subject.Footnote(sum))
        {
            Key = [new(texts["roles.less"], Style.Ochre), new(texts["roles.more"], Style.Blue)],
        };
    }

    private string Finding(DocumentTexts texts, Formats formats)
    {
        var hours = formats.Fixed(Math.Abs(shift.Shift.Value), Math.Abs(shift.Shift.Value) < 10 ? 2 : 0);
        var total = shift.Shift.Value switch
        {
            < 0 => texts.Say("roles.finding.less", hours),
            > 0 => texts.Say("roles.finding.more", hours),
            _ => texts["roles.finding.same"],
        };
        string[] moves =
        [
            .. Moves("grow", shift.Roles.Count(role => role.Shift.Value > 0), texts), .. Moves("shrink", shift.Roles.Count(role => role.Shift.Value < 0), texts),
        ];
        return moves.Length == 0 ? total : $"{total}; {string.Join(", ", moves)}";
    }

    private static IEnumerable<string> Moves(string which, int roles, DocumentTexts texts) =>
        roles == 0 ? [] : [texts.Count($"roles.finding.{which}", roles, texts.Number(roles))];

    private string NoteOf(RoleShift role, DocumentTexts texts, Formats formats, AmountScale money)
    {
        if (!withRoleCosts)
            return role.FullTimeEquivalents is { } places ? texts.Say("roles.peopleAlone", formats.Signed(places.Value, 2)) : "";
        var cost = money.SignedInText(role.CostShift.Amount);
        return role.FullTimeEquivalents is { } people ? texts.Say("roles.people", formats.Signed(people.Value, 2), cost) : texts.Say("roles.cost", cost);
    }
}
