using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Documents.Workbook;

/// <summary>Rate build-up, PERT factors, revision rounds, and the hours of every line with what they cost.</summary>
internal sealed class HoursSheet
{
    private const int FirstRole = 8;

    private readonly Book book;
    private readonly Sheet sheet;
    private readonly InputsSheet inputs;
    private readonly AiSheet ai;
    private readonly int roles, firstProfile;
    private int row;

    public HoursSheet(Book book, InputsSheet inputs, AiSheet ai)
    {
        (this.book, this.inputs, this.ai) = (book, inputs, ai);
        sheet = book.Hours;
        roles = book.Document.RateCard.Roles.Count;
        Book.Head(sheet, book.Texts["hours.title"], book.Texts.Say("hours.subtitle", book.Currency));
        sheet.Width(34, 14, 14, 12, 11, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 13);
        sheet.Frozen = (7, 3);

        RateRows();
        row = FirstRole + roles + 2;
        firstProfile = ProfileRows();
        Excess = book.Document.Revisions is null ? null : ExcessRounds();
        First = row + 1;
        LineHeads();
        row = First;
        Lines();
        Last = Math.Max(row - 1, First);
        Totals();
        RoleTotals();
    }

    public int First { get; }

    public int Last { get; }

    /// <summary>Expected rounds beyond the included ones; null where revisions are not modelled.</summary>
    public CellRef? Excess { get; }

    public Vector Phases => field ??= sheet.Column(3, First, Last);

    public Vector Roles => field ??= sheet.Column(5, First, Last);

    public Vector Planned => field ??= sheet.Column(9, First, Last);

    public Vector Expected => field ??= sheet.Column(11, First, Last);

    public Vector Labour => field ??= sheet.Column(13, First, Last);

    public Vector DirectLabour => field ??= sheet.Column(14, First, Last);

    public Vector PlannedLabour => field ??= sheet.Column(15, First, Last);

    public Vector CardValue => field ??= sheet.Column(16, First, Last);

    /// <summary>Planned hours at card rates of work packages whose method is not AI; 0 on every other line.</summary>
    public Vector Ideas => field ??= sheet.Column(17, First, Last);

    public Vector RoleHours => field ??= sheet.Column(9, FirstRole, FirstRole + roles - 1);

    public Vector RoleLabour => field ??= sheet.Column(10, FirstRole, FirstRole + roles - 1);

    private Vector CardRates => field ??= OfRoles(5);

    private Vector DirectRates => field ??= OfRoles(6);

    private Vector LoadedRates => field ??= OfRoles(7);

    private Vector OfRoles(int column) => sheet.Column(column, FirstRole, FirstRole + roles - 1);

    private void RateRows()
    {
        var t = book.Texts;
        sheet.Heads(
            7, 2, t["table.rateBuildUp"], t["head.code"], ">" + t["head.number"], ">" + t["head.cardRate"], ">" + t["head.direct"], ">" + t["head.loaded"],
            ">" + t["head.planned"], ">" + t["head.expected"], ">" + t["head.labour"], ">" + t["head.cardValue"]);
        sheet.Heights[7] = 30;
        for (var i = 0; i < roles; i++)
        {
            var (at, from) = (FirstRole + i, inputs.Tables.RoleRows + i);
            var role = book.Document.RateCard.Roles[i];
            sheet.Text(at, 2, role.Title);
            sheet.Text(at, 3, role.Code);
            sheet.Figure(at, 4, i + 1, Number.Whole);
            sheet.Put(at, 5, Input(from, 5), Number.Rate);
            var direct = role is Freelancer
                ? sheet.Put(at, 6, Input(from, 9) * (1 + Input(from, 10) * inputs.LevyRate.Fixed), Number.Rate)
                : sheet.Put(at, 6, Input(from, 6) * (1 + Input(from, 8)) / (inputs.AvailableHours.Fixed * Input(from, 7)), Number.Rate);
            sheet.Put(at, 7, role is Freelancer ? direct : direct * (1 + inputs.OverheadRate.Fixed), Number.Rate);
        }
    }

    private Formula Input(int at, int column) => book.Inputs.Ref(at, column);

    private int ProfileRows()
    {
        sheet.Heights[row] = 30;
        sheet.Heads(row++, 2, book.Texts["table.pert"], "", ">" + book.Texts["head.number"], ">" + book.Texts["head.pert"]);
        var first = row;
        foreach (var profile in book.Document.EffortProfiles)
        {
            var from = inputs.Tables.ProfileRows + row - first;
            sheet.Text(row, 2, profile.Code);
            sheet.Figure(row, 4, row - first + 1, Number.Whole);
            sheet.Put(row++, 5, (Input(from, 4) + 4 * Input(from, 5) + Input(from, 6)) / 6, Number.Factor);
        }

        row++;
        return first;
    }

    private CellRef ExcessRounds()
    {
        var (concreteness, lowest, highest, included) = (inputs.Tables.Revisions[0].Fixed, inputs.Tables.Revisions[1].Fixed, inputs.Tables.Revisions[2].Fixed, inputs.Tables.Revisions[3].Fixed);
        sheet.Heads(row++, 2, book.Texts["table.revisions"], "", "", ">" + book.Texts["head.value"]);
        sheet.Text(row, 2, book.Texts["hours.continuation"]);
        var q = sheet.Put(row++, 5, lowest + concreteness * (highest - lowest), Number.Factor);
        sheet.Text(row, 2, book.Texts["hours.excess"]);
        var excess = sheet.Put(row++, 5, ((Formula)q).ToPower(included + 1) / (1 - (Formula)q), Number.Factor);
        row++;
        return excess;
    }

    private void LineHeads()
    {
        var t = book.Texts;
        sheet.Heads(
            row, 2, t["table.lines"], t["head.phase"], t["head.code"], ">" + t["head.roleNumber"], ">" + t["head.quantity"], ">" + t["head.hoursEach"],
            ">" + t["head.reviewHours"], ">" + t["head.planned"], ">" + t["head.pert"], ">" + t["head.expected"], ">" + t["head.loaded"], ">" + t["head.labour"],
            ">" + t["head.directLabour"], ">" + t["head.plannedLabour"], ">" + t["head.cardValue"], ">" + t["head.idea"]);
        sheet.Heights[row] = 42;
    }

    private void Lines()
    {
        foreach (var package in book.Document.WorkPackages)
        {
            foreach (var (role, hours) in package.Hours)
            {
                var planned = PlannedLine(package.Name, package.Phase, role, package.EffortProfile, sheet.Figure(row, 6, 1, Number.General), hours, null);
                var card = Fn.Index(CardRates, sheet.Ref(row, 5));
                if (package.Method != ProductionMethod.Ai)
                    sheet.Put(row, 17, planned * card, Number.Money);
                row++;
            }
        }

        for (var a = 0; a < book.Document.Assets.Count; a++)
            AssetLines(book.Document.Assets[a], a);

        foreach (var (role, hours) in book.Document.Revisions?.HoursPerRound ?? [])
        {
            Entry(book.Texts["revisions.name"], book.Document.Revisions!.Phase, role);
            var rounds = sheet.Put(row, 6, Excess!.Value.Fixed, Number.Factor);
            var each = sheet.Input(row, 7, hours, Number.Hours, new(0, 1e12));
            var planned = sheet.Figure(row, 9, 0, Number.Hours);
            Cost(planned, sheet.Put(row, 11, (Formula)rounds * each, Number.Hours), role);
            row++;
        }
    }

    private void AssetLines(Asset asset, int index)
    {
        var reviewers = asset.Generations.Where(made => made is { ReviewRole: not null, ReviewMinutesPerAttempt: not null }).Select(made => made.ReviewRole!).Distinct(StringComparer.Ordinal).ToList();
        var planned = asset.HoursPerAsset.Select(hours => hours.Role).ToHashSet(StringComparer.Ordinal);
        foreach (var (role, hours) in asset.HoursPerAsset.Concat(reviewers.Where(role => !planned.Contains(role)).Select(role => new RoleHours(role, 0))))
        {
            PlannedLine(asset.Name, asset.Phase, role, asset.EffortProfile, sheet.Put(row, 6, inputs.Tables.Quantities[index].Fixed, Number.General), hours, reviewers.Contains(role) ? index + 1 : null);
            row++;
        }
    }

    private CellRef PlannedLine(string name, Phase phase, string role, string profile, CellRef quantity, decimal hours, int? reviewed)
    {
        var number = Entry(name, phase, role);
        var each = sheet.Input(row, 7, hours, Number.Hours, new(0, 1e12));
        var review = reviewed is { } of ? sheet.Put(row, 8, ai.ReviewHours(of, number), Number.Factor) : sheet.Figure(row, 8, 0, Number.Factor);
        var planned = sheet.Put(row, 9, (Formula)quantity * ((Formula)each + review), Number.Hours);
        var at = firstProfile + inputs.Tables.ProfileNumber(profile) - 1;
        var pert = sheet.Put(row, 10, sheet.Ref(at, 5).Fixed, Number.Factor);
        Cost(planned, sheet.Put(row, 11, (Formula)planned * pert, Number.Hours), role);
        return planned;
    }

    private CellRef Entry(string name, Phase phase, string role)
    {
        sheet.Text(row, 2, name);
        sheet.Text(row, 3, book.Word(phase));
        sheet.Text(row, 4, role);
        return sheet.Figure(row, 5, inputs.Tables.RoleNumber(role), Number.Whole);
    }

    private void Cost(CellRef planned, CellRef expected, string role)
    {
        var number = sheet.Ref(row, 5);
        var loaded = sheet.Put(row, 12, Fn.Index(LoadedRates, number), Number.Rate);
        sheet.Put(row, 13, (Formula)expected * loaded, Number.Money);
        sheet.Put(row, 14, expected * Fn.Index(DirectRates, number), Number.Money);
        sheet.Put(row, 15, (Formula)planned * loaded, Number.Money);
        sheet.Put(row, 16, expected * Fn.Index(CardRates, number), Number.Money);
        sheet.Figure(row, 17, 0, Number.Money);
    }

    private void Totals()
    {
        sheet.Text(Last + 1, 2, book.Texts["total"], Look.TotalLabel);
        for (var column = 3; column <= 17; column++)
        {
            if (column is 9 or 11)
                sheet.Put(Last + 1, column, Fn.Sum(sheet.Column(column, First, Last)), Number.Hours, Look.Total);
            else if (column >= 13)
                sheet.Put(Last + 1, column, Fn.Sum(sheet.Column(column, First, Last)), Number.Money, Look.Total);
            else
                sheet.Text(Last + 1, column, "", Look.TotalLabel);
        }
    }

    private void RoleTotals()
    {
        for (var i = 0; i < roles; i++)
        {
            var at = FirstRole + i;
            var number = sheet.Ref(at, 4);
            sheet.Put(at, 8, Fn.SumIfs(Planned, (Roles, number)), Number.Hours);
            sheet.Put(at, 9, Fn.SumIfs(Expected, (Roles, number)), Number.Hours);
            sheet.Put(at, 10, Fn.SumIfs(Labour, (Roles, number)), Number.Money);
            sheet.Put(at, 11, Fn.SumIfs(CardValue, (Roles, number)), Number.Money);
        }

        var total = FirstRole + roles;
        sheet.Text(total, 2, book.Texts["total"], Look.TotalLabel);
        for (var column = 3; column <= 11; column++)
        {
            if (column < 8)
                sheet.Text(total, column, "", Look.TotalLabel);
            else
                sheet.Put(total, column, Fn.Sum(OfRoles(column)), column < 10 ? Number.Hours : Number.Money, Look.Total);
        }
    }
}
