using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Engagements;

namespace Pricing.Documents.Workbook;

/// <summary>Compute with its attempts, review hours per asset, and every other cost of kind ai.</summary>
internal sealed class AiSheet
{
    private static readonly InputRule Amount = new(0, 1e12);

    private readonly Book book;
    private readonly Sheet sheet;
    private readonly InputTables tables;
    private int row = 8;

    public AiSheet(Book book, InputTables tables)
    {
        (this.book, this.tables) = (book, tables);
        sheet = book.Ai;
        Book.Head(sheet, book.Texts["ai.title"], book.Texts.Say("ai.subtitle", book.Currency));
        sheet.Width(44, 9, 14, 10, 15, 12, 12, 11, 17, 14, 11, 9, 11, 14, 12, 10, 12, 13);
        var t = book.Texts;
        sheet.Heads(
            7, 2, t["head.entry"], ">" + t["head.asset"], t["head.phase"], ">" + t["head.quantity"], ">" + t["head.accepted"], ">" + t["head.acceptance"],
            ">" + t["head.attempts"], ">" + t["head.size"], t["head.unit"], ">" + t["head.unitPrice"], t["head.currency"], ">" + t["head.rateNumber"],
            ">" + t["head.rate"], ">" + t.Say("head.cost", book.Currency), t["head.reviewRole"], ">" + t["head.roleNumber"], ">" + t["head.reviewMinutes"], ">" + t["head.reviewHours"]);
        sheet.Heights[7] = 42;
        sheet.Frozen = (8, 3);
        sheet.PrintTitles = (7, 7);

        var assets = book.Document.Assets;
        for (var a = 0; a < assets.Count; a++)
        {
            foreach (var generation in assets[a].Generations)
                AddGeneration(assets[a], a, generation);
            foreach (var cost in assets[a].CostsPerAsset.Where(cost => cost.Kind == CostKind.Ai))
                AddCost($"{assets[a].Name}: {cost.Name}", assets[a].Phase, tables.Quantities[a], a + 1, cost);
        }

        foreach (var cost in book.Document.Costs.Where(cost => cost.Kind == CostKind.Ai))
            AddCost(cost.Name, cost.Phase, null, 0, cost);

        Priced = row - 8;
        Last = Math.Max(row - 1, 8);
        sheet.Text(Last + 1, 2, t["ai.total"], Look.TotalLabel);
        for (var column = 3; column <= 19; column++)
            sheet.Text(Last + 1, column, "", Look.TotalLabel);
        Total = sheet.Put(Last + 1, 15, Fn.Sum(sheet.Column(15, 8, Last)), Number.Money, Look.Total);
    }

    /// <summary>How many rows need a price.</summary>
    public int Priced { get; }

    public int Last { get; }

    public CellRef Total { get; }

    public Vector Phases => field ??= sheet.Column(4, 8, Last);

    public Vector Costs => field ??= sheet.Column(15, 8, Last);

    public Formula Prices => Fn.Count(sheet, 11, 8, Last);

    /// <summary>Review hours of a role for one piece of an asset.</summary>
    public Formula ReviewHours(Formula asset, Formula role) =>
        Fn.SumIfs(ReviewTimes, (Assets, asset), (Reviewers, role));

    private Vector ReviewTimes => field ??= sheet.Column(19, 8, Last);

    private Vector Assets => field ??= sheet.Column(3, 8, Last);

    private Vector Reviewers => field ??= sheet.Column(17, 8, Last);

    private void AddGeneration(Asset asset, int index, Generation generation)
    {
        Entry($"{asset.Name}: {generation.Model}", asset.Phase, index + 1);
        var quantity = sheet.Put(row, 5, tables.Quantities[index].Fixed, Number.General);
        var accepted = sheet.Input(row, 6, generation.AcceptedPerAsset, Number.General, Amount);
        var probability = sheet.Input(row, 7, generation.AcceptanceProbability, Number.Percent, new(0.000001, 1));
        var attempts = sheet.Put(row, 8, (Formula)accepted / probability, Number.Factor);
        var size = sheet.Input(row, 9, generation.SizePerAttempt, Number.General, Amount);
        sheet.Text(row, 10, book.Texts[$"measure.{generation.Unit}"]);
        var (price, rate) = Price(generation.UnitPrice, generation.Currency);
        sheet.Put(row, 15, (Formula)quantity * attempts * size * price * rate, Number.Money);
        if (generation is { ReviewRole: { } role, ReviewMinutesPerAttempt: { } minutes })
        {
            sheet.Text(row, 16, role);
            sheet.Figure(row, 17, tables.RoleNumber(role), Number.Whole);
            var review = sheet.Input(row, 18, minutes, Number.General, Amount);
            sheet.Put(row, 19, (Formula)attempts * review / 60, Number.Factor);
        }

        row++;
    }

    private void AddCost(string name, Model.Fees.Phase? phase, CellRef? pieces, int asset, Cost cost)
    {
        Entry(name, phase, asset);
        var quantity = pieces is { } given ? sheet.Put(row, 5, given.Fixed, Number.General) : sheet.Figure(row, 5, 1, Number.General);
        var (price, rate) = Price(cost.Amount, cost.Currency);
        sheet.Put(row++, 15, (Formula)quantity * price * rate, Number.Money);
    }

    private void Entry(string name, Model.Fees.Phase? phase, int asset)
    {
        sheet.Text(row, 2, name);
        if (asset > 0)
            sheet.Figure(row, 3, asset, Number.Whole);
        sheet.Text(row, 4, book.Word(phase));
    }

    private (CellRef Price, CellRef Rate) Price(decimal price, string? currency)
    {
        var cell = sheet.Input(row, 11, price, Number.Exact, Amount);
        sheet.Text(row, 12, currency ?? book.Currency);
        var number = sheet.Figure(row, 13, tables.RateNumber(currency), Number.Whole);
        return (cell, sheet.Put(row, 14, Fn.Index(tables.Rates, number), Number.Factor));
    }
}
