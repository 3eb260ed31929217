using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Engagements;

namespace Pricing.Documents.Workbook;

/// <summary>The lists on the sheet of inputs: currencies, roles, effort profiles, assets, revisions, states and scorecard.</summary>
internal sealed class InputTables
{
    private static readonly InputRule Fraction = new(0, 1), Amount = new(0, 1e12);

    private readonly Book book;
    private readonly Sheet sheet;
    private readonly Dictionary<string, int> rateNumbers = new(StringComparer.Ordinal), roleNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> profileNumbers = new(StringComparer.Ordinal);
    private int row;

    public InputTables(Book book, int row, InputsSheet inputs)
    {
        (this.book, this.row) = (book, row);
        sheet = book.Inputs;
        Rates = RateTable();
        RoleRows = RoleTable(inputs);
        ProfileRows = ProfileTable();
        Quantities = AssetTable();
        Revisions = book.Document.Revisions is { } revisions ? RevisionTable(revisions) : [];
        CostStates = CostStateTable();
        Scorecard = book.Document.Scorecard is { } scorecard ? ScorecardTable(scorecard) : [];
        OutcomeStates = OutcomeStateTable();
        End = this.row;
    }

    /// <summary>Exchange rates by number; the first is the document's own currency at 1.</summary>
    public Vector Rates { get; }

    /// <summary>How many currencies have a rate.</summary>
    public Formula RatesGiven { get; private set; }

    /// <summary>First row of the roles.</summary>
    public int RoleRows { get; }

    /// <summary>First row of the effort profiles.</summary>
    public int ProfileRows { get; }

    /// <summary>Quantity of each asset.</summary>
    public IReadOnlyList<CellRef> Quantities { get; }

    /// <summary>g, q0, q1, R; empty where revisions are not modelled.</summary>
    public IReadOnlyList<CellRef> Revisions { get; }

    public IReadOnlyList<(CellRef Factor, CellRef Probability)> CostStates { get; }

    public IReadOnlyList<(CellRef Multiplier, CellRef Probability, IReadOnlyList<CellRef> Achievements)> OutcomeStates { get; }

    /// <summary>Threshold, stretch, cap, then a weight for each KPI; empty where there is no scorecard.</summary>
    public IReadOnlyList<CellRef> Scorecard { get; }

    public int End { get; }

    public int RateNumber(string? currency) => currency is null ? 1 : rateNumbers[currency];

    public int RoleNumber(string code) => roleNumbers[code];

    public int ProfileNumber(string code) => profileNumbers[code];

    private Vector RateTable()
    {
        Heads("table.rates", "head.number", ">head.rate", "head.asOf");
        rateNumbers[book.Document.Currency] = 1;
        var first = row;
        sheet.Text(row, 2, book.Currency);
        sheet.Figure(row, 3, 1, Number.Whole);
        sheet.Figure(row++, 4, 1, Number.Factor);
        foreach (var rate in book.Document.ExchangeRates)
        {
            var number = row - first + 1;
            rateNumbers.TryAdd(rate.Currency, number);
            sheet.Text(row, 2, book.Texts.Say("table.rates.line", book.Currency, rate.Currency));
            sheet.Figure(row, 3, number, Number.Whole);
            sheet.Input(row, 4, rate.Rate, Number.Factor, new(0.000001, 1_000_000));
            Day(row++, 5, rate.AsOf);
        }

        RatesGiven = Fn.Count(sheet, 4, first, row - 1);
        return sheet.Column(4, first, row++ - 1);
    }

    private int RoleTable(InputsSheet inputs)
    {
        Heads("table.roles", "head.code", ">head.number", ">head.cardRate", ">head.salary", ">head.utilisation", ">head.onCost", ">head.costPerHour", ">head.artistic");
        var first = row;
        foreach (var role in book.Document.RateCard.Roles)
        {
            roleNumbers.Add(role.Code, row - first + 1);
            sheet.Text(row, 2, role.Title);
            sheet.Text(row, 3, role.Code);
            sheet.Figure(row, 4, row - first + 1, Number.Whole);
            sheet.Input(row, 5, role.HourlyRate, Number.Rate, Amount);
            if (role is Employee employee)
            {
                sheet.Input(row, 6, employee.AnnualSalary, Number.Money, Amount);
                sheet.Input(row, 7, employee.Utilisation, Number.Percent, new(0.000001, 1));
                if (employee.OnCostRate is { } own)
                    sheet.Input(row, 8, own, Number.Percent, new(0, 1000));
                else
                    sheet.Put(row, 8, inputs.OnCostRate.Fixed, Number.Percent);
            }
            else if (role is Freelancer freelancer)
            {
                sheet.Input(row, 9, freelancer.CostPerHour, Number.Rate, Amount);
                sheet.Input(row, 10, freelancer.Artistic ? 1 : 0, Number.Whole, new(0, 1, IsWhole: true));
            }

            row++;
        }

        row++;
        return first;
    }

    private int ProfileTable()
    {
        Heads("table.profiles", ">head.number", ">head.optimistic", ">head.mostLikely", ">head.pessimistic");
        var first = row;
        foreach (var profile in book.Document.EffortProfiles)
        {
            profileNumbers.Add(profile.Code, row - first + 1);
            sheet.Text(row, 2, profile.Code);
            sheet.Figure(row, 3, row - first + 1, Number.Whole);
            sheet.Input(row, 4, profile.Optimistic, Number.Factor, new(0, 1000));
            sheet.Input(row, 5, profile.MostLikely, Number.Factor, new(0, 1000));
            sheet.Input(row++, 6, profile.Pessimistic, Number.Factor, new(0, 1000));
        }

        row++;
        return first;
    }

    private List<CellRef> AssetTable()
    {
        var quantities = new List<CellRef>(book.Document.Assets.Count);
        if (book.Document.Assets.Count == 0)
            return quantities;
        Heads("table.assets", ">head.quantity", "head.phase", "head.method", ">head.number");
        foreach (var asset in book.Document.Assets)
        {
            sheet.Text(row, 2, asset.Name);
            quantities.Add(sheet.Input(row, 3, asset.Quantity, Number.General, Amount));
            sheet.Text(row, 4, book.Word(asset.Phase));
            sheet.Text(row, 5, asset.Method is { } method ? book.Texts[$"method.{method}"] : "");
            sheet.Figure(row++, 6, quantities.Count, Number.Whole);
        }

        row++;
        return quantities;
    }

    private List<CellRef> RevisionTable(Revisions revisions)
    {
        Heads("table.revisions", ">head.value");
        List<CellRef> cells = [
            Line("concreteness", revisions.Concreteness, Number.Percent, Fraction),
            Line("minimumContinuation", revisions.MinimumContinuation, Number.Percent, new(0, 0.999999)),
            Line("maximumContinuation", revisions.MaximumContinuation, Number.Percent, new(0, 0.999999)),
            Line("includedRounds", revisions.IncludedRounds, Number.Whole, new(0, 1000, IsWhole: true))];
        row++;
        return cells;
    }

    private List<(CellRef, CellRef)> CostStateTable()
    {
        Heads("table.costStates", ">head.factor", ">head.probability");
        var states = new List<(CellRef, CellRef)>();
        foreach (var state in book.Document.Scenarios.Cost)
        {
            sheet.Text(row, 2, book.Texts.Say("state.cost", states.Count + 1));
            states.Add((sheet.Input(row, 3, state.Factor, Number.Factor, Amount), sheet.Input(row, 4, state.Probability, Number.Percent, Fraction)));
            row++;
        }

        row++;
        return states;
    }

    private List<CellRef> ScorecardTable(Scorecard scorecard)
    {
        Heads("table.scorecard", ">head.value");
        List<CellRef> cells = [
            Line("threshold", scorecard.Threshold, Number.Percent, new(0, 0.999999)),
            Line("stretch", scorecard.Stretch, Number.Factor, new(1.000001, 1000)),
            Line("payoutCap", scorecard.Cap, Number.Factor, new(1, 1000))];
        foreach (var kpi in scorecard.Kpis)
        {
            sheet.Text(row, 2, book.Texts.Say("input.kpiWeight", kpi.Name));
            cells.Add(sheet.Input(row++, 3, kpi.Weight, Number.Percent, Fraction));
        }

        row++;
        return cells;
    }

    private List<(CellRef, CellRef, IReadOnlyList<CellRef>)> OutcomeStateTable()
    {
        var kpis = book.Document.Scorecard?.Kpis ?? [];
        Heads("table.outcomeStates", ">head.multiplier", ">head.probability");
        for (var k = 0; k < kpis.Count; k++)
            sheet.Text(row - 1, 5 + k, kpis[k].Name, Look.HeadRight, wrapped: true);
        if (kpis.Count > 0)
            sheet.Heights[row - 1] = 48;
        var states = new List<(CellRef, CellRef, IReadOnlyList<CellRef>)>();
        foreach (var state in book.Document.Scenarios.Outcome)
        {
            sheet.Text(row, 2, state.Name);
            var multiplier = sheet.Input(row, 3, state.ValueMultiplier, Number.Factor, Amount);
            var probability = sheet.Input(row, 4, state.Probability, Number.Percent, Fraction);
            var achievements = new CellRef[kpis.Count];
            for (var k = 0; k < achievements.Length; k++)
                achievements[k] = sheet.Input(row, 5 + k, state.KpiAchievement?.First(pair => pair.Key == kpis[k].Name).Value ?? 0, Number.Percent, Amount);
            states.Add((multiplier, probability, achievements));
            row++;
        }

        row++;
        return states;
    }

    private CellRef Line(string key, decimal value, Number number, InputRule rule)
    {
        sheet.Text(row, 2, book.Texts[$"input.{key}"]);
        return sheet.Input(row++, 3, value, number, rule);
    }

    private void Heads(string title, params ReadOnlySpan<string> heads)
    {
        sheet.Text(row, 2, book.Texts[title], Look.Head);
        for (var i = 0; i < heads.Length; i++)
        {
            var isRight = heads[i].StartsWith('>');
            sheet.Text(row, 3 + i, book.Texts[isRight ? heads[i][1..] : heads[i]], isRight ? Look.HeadRight : Look.Head, wrapped: true);
        }

        sheet.Heights[row++] = 30;
    }

    // Spreadsheets count a 29 February 1900 that never was: days before March 1900 stay text.
    private void Day(int at, int column, DateOnly day)
    {
        if (day < new DateOnly(1900, 3, 1))
            sheet.Text(at, column, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Look.Input);
        else
            sheet.Figure(at, column, day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, Number.Day, Look.Input);
    }
}
