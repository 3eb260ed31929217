using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Documents.Workbook;

/// <summary>Third parties, those that only revision rounds cause, and the levy on payments to artists.</summary>
internal sealed class ThirdPartySheet
{
    private readonly Book book;
    private readonly Sheet sheet;
    private readonly InputTables tables;
    private int row = 8;

    public ThirdPartySheet(Book book, InputsSheet inputs, HoursSheet hours)
    {
        (this.book, tables) = (book, inputs.Tables);
        sheet = book.ThirdParty;
        var t = book.Texts;
        Book.Head(sheet, t["thirdParty.title"], t.Say("thirdParty.subtitle", book.Currency));
        sheet.Width(44, 24, 14, 12, 14, 11, 10, 11, 15, 15, 15);
        sheet.Heads(
            7, 2, t["head.entry"], t["head.kind"], t["head.phase"], ">" + t["head.quantity"], ">" + t["head.amount"], t["head.currency"], ">" + t["head.rateNumber"],
            ">" + t["head.rate"], ">" + t.Say("head.cost", book.Currency), ">" + t["head.ofArtists"], ">" + t["head.ofRevisions"]);
        sheet.Heights[7] = 30;
        sheet.Frozen = (8, 3);
        sheet.PrintTitles = (7, 7);

        var assets = book.Document.Assets;
        for (var a = 0; a < assets.Count; a++)
        {
            foreach (var cost in assets[a].CostsPerAsset.Where(cost => cost.Kind != CostKind.Ai))
                Add($"{assets[a].Name}: {cost.Name}", assets[a].Phase, cost.Kind, sheet.Put(row, 5, tables.Quantities[a].Fixed, Number.General), cost.Amount, cost.Currency);
        }

        foreach (var cost in book.Document.Costs.Where(cost => cost.Kind != CostKind.Ai))
            Add(cost.Name, cost.Phase, cost.Kind, sheet.Figure(row, 5, 1, Number.General), cost.Amount, cost.Currency);

        if (book.Document.Revisions is { } revisions)
        {
            var cost = Add(t["revisions.name"], revisions.Phase, CostKind.OtherThirdParty, sheet.Put(row, 5, hours.Excess!.Value.Fixed, Number.Factor), revisions.ExternalCostPerRound, null);
            sheet.Put(row - 1, 12, cost, Number.Money);
        }

        Last = Math.Max(row - 1, 8);
        sheet.Text(Last + 1, 2, t["thirdParty.total"], Look.TotalLabel);
        for (var column = 3; column < 10; column++)
            sheet.Text(Last + 1, column, "", Look.TotalLabel);
        Total = sheet.Put(Last + 1, 10, Fn.Sum(sheet.Column(10, 8, Last)), Number.Money, Look.Total);
        var artists = sheet.Put(Last + 1, 11, Fn.Sum(sheet.Column(11, 8, Last)), Number.Money, Look.Total);
        sheet.Put(Last + 1, 12, Fn.Sum(sheet.Column(12, 8, Last)), Number.Money, Look.Total);
        sheet.Text(Last + 2, 2, t["thirdParty.levy"]);
        sheet.Put(Last + 2, 9, inputs.LevyRate.Fixed, Number.Percent);
        Levy = sheet.Put(Last + 2, 10, artists * inputs.LevyRate.Fixed, Number.Money);
    }

    public int Last { get; }

    public CellRef Total { get; }

    public CellRef Levy { get; }

    public Vector Phases => field ??= sheet.Column(4, 8, Last);

    public Vector Costs => field ??= sheet.Column(10, 8, Last);

    public Vector Artists => field ??= sheet.Column(11, 8, Last);

    public Vector Risks => field ??= sheet.Column(12, 8, Last);

    private CellRef Add(string name, Phase? phase, CostKind kind, CellRef quantity, decimal amount, string? currency)
    {
        sheet.Text(row, 2, name);
        sheet.Text(row, 3, book.Texts[$"kind.{kind}"]);
        sheet.Text(row, 4, book.Word(phase));
        var price = sheet.Input(row, 6, amount, Number.Money, new(0, 1e12));
        sheet.Text(row, 7, currency ?? book.Currency);
        var number = sheet.Figure(row, 8, tables.RateNumber(currency), Number.Whole);
        var rate = sheet.Put(row, 9, Fn.Index(tables.Rates, number), Number.Factor);
        var cost = sheet.Put(row, 10, (Formula)quantity * price * rate, Number.Money);
        if (kind == CostKind.ArtisticThirdParty)
            sheet.Put(row, 11, cost, Number.Money);
        row++;
        return cost;
    }
}
