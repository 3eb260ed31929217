using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Fees;

namespace Pricing.Documents.Workbook;

/// <summary>What licences rest on: planned hours of their authors at card rates, a row for each author.</summary>
internal sealed class IdeaRows(Book book, int row, InputsSheet inputs, HoursSheet hours)
{
    private readonly Sheet sheet = book.Data;
    private readonly int top = row;

    public int End { get; private set; } = row;

    public CellRef Add(string name, Licence licence)
    {
        if (End == top)
        {
            var t = book.Texts;
            sheet.Heads(End++, 2, t["table.ideas"], t["head.code"], ">" + t["head.roleNumber"], t["head.phase"], ">" + t["head.idea"]);
        }

        var first = End;
        foreach (var role in licence.Roles.Distinct(StringComparer.Ordinal))
        {
            sheet.Text(End, 2, name);
            sheet.Text(End, 3, role);
            var number = sheet.Figure(End, 4, inputs.Tables.RoleNumber(role), Number.Whole);
            var phase = sheet.Text(End, 5, book.Word(licence.Phase));
            sheet.Put(End++, 6, Fn.SumIfs(hours.Ideas, (hours.Roles, number), (hours.Phases, phase)), Number.Money);
        }

        sheet.Text(End, 2, name);
        return sheet.Put(End++, 6, Fn.Sum(sheet.Column(6, first, End - 2)), Number.Money, Look.Result);
    }
}
