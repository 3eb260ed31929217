using System.Globalization;
using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Workbook;

/// <summary>Key figures, the options side by side, and what the workbook is.</summary>
internal sealed class SummarySheet
{
    private readonly Book book;
    private readonly Sheet sheet;
    private readonly List<(string, CellRef, double, bool)> keys = [];
    private int row = 8;

    public SummarySheet(Book book, InputsSheet inputs, ValueSheet value, FeesSheet fees)
    {
        this.book = book;
        sheet = book.Summary;
        sheet.Width(46, 16, 16, 16, 16, 3, 22, 16, 16, 16, 16);
        sheet.Frozen = (7, 1);
        Book.Head(sheet, book.Identity.Title, Subtitle());
        KeyFigures(inputs, value, fees);
        FirstOption = row + 2;
        Options(inputs, fees);
        Legend();
        About(fees);
    }

    /// <summary>Key figures with what the service says, and whether they are money.</summary>
    public IReadOnlyList<(string Label, CellRef Cell, double Api, bool IsMoney)> Keys => keys;

    private int FirstOption { get; }

    private int LastOption => FirstOption + book.Document.FeeStructures.Count - 1;

    private string Subtitle()
    {
        var identity = book.Identity;
        var words = new List<string> { book.Texts["summary.internal"] };
        if (identity.Number is { } number)
            words.Add(book.Texts.Say("summary.number", number));
        if (identity.Version is { } version)
            words.Add(book.Texts.Say("summary.version", version));
        if (identity.Client is { } client)
            words.Add(client);
        words.Add(book.Texts.Say("summary.currency", book.Currency));
        return string.Join(", ", words);
    }

    private void KeyFigures(InputsSheet inputs, ValueSheet value, FeesSheet fees)
    {
        var (t, cost, range, work) = (book.Texts, book.Comparison.Cost, book.Comparison.BargainingRange, fees.Work);
        sheet.Heads(7, 2, t["summary.keys"], ">" + t["head.value"], t["head.unit"], t["head.source"], "");
        Money("ClientValue", t["value.total"], value.Total, book.Comparison.Value.Total);
        Money("Floor", t["range.floor"], fees.Floor, range.Floor);
        Money("Ceiling", t["range.ceiling"], fees.Ceiling, range.Ceiling);
        Money("Zopa", t["range.zopa"], fees.Zopa, range.Zopa, fees.Zopa);
        Money("Cost", t["work.total"], work.Of(work.Total), cost.Total);
        Money("Labour", t["work.labour"], work.Of(work.Labour), cost.Labour);
        Money("DirectLabour", t["work.directLabour"], work.Of(work.DirectLabour), cost.DirectLabour);
        Money("PlannedLabour", t["work.plannedLabour"], work.Of(work.PlannedLabour), cost.PlannedLabour);
        Money("Ai", t["work.ai"], work.Of(work.Ai), cost.Ai);
        Money("ThirdParty", t["work.thirdParty"], work.Of(work.ThirdParty), cost.ThirdParty);
        Money("ArtistSocialLevy", t["work.levy"], work.Of(work.Levy), cost.ArtistSocialLevy);
        Money("CardValue", t["work.cardValue"], work.Of(work.CardValue), cost.CardValue);
        Hours("PlannedHours", t["work.plannedHours"], work.Of(work.PlannedHours), cost.PlannedHours.Value);
        Hours("ExpectedHours", t["work.expectedHours"], work.Of(work.ExpectedHours), cost.ExpectedHours.Value);
        sheet.Text(row, 2, t["input.vatRate"]);
        sheet.Put(row, 3, inputs.VatRate.Fixed, Number.Percent);
        sheet.Text(row, 4, "", Look.Data);
        sheet.Text(row, 6, "", Look.Data);
        sheet.Text(row++, 5, inputs.VatRate.Place, Look.Data);
    }

    private void Money(string name, string label, CellRef source, Money api, CellRef? printed = null)
    {
        var cell = sheet.Put(row, 3, printed is { } done ? done : book.Rounded(source), Number.Money);
        Key(name, label, cell, (printed ?? source).Place, book.Currency);
        keys.Add((label, cell, (double)api.ToMinorUnit(book.Comparison.Currency), true));
    }

    private void Hours(string name, string label, CellRef source, decimal api)
    {
        var cell = sheet.Put(row, 3, source, Number.Hours);
        Key(name, label, cell, source.Place, book.Texts["unit.h"]);
        keys.Add((label, cell, (double)api, false));
    }

    private void Key(string name, string label, CellRef cell, string source, string unit)
    {
        sheet.Text(row, 2, label);
        sheet.Text(row, 4, unit, Look.Data);
        sheet.Text(row, 6, "", Look.Data);
        sheet.Text(row++, 5, source, Look.Data);
        book.Names[$"Out_{name}"] = cell;
    }

    private void Options(InputsSheet inputs, FeesSheet fees)
    {
        var t = book.Texts;
        var rate = (book.Document.Agency.VatRate * 100).ToString("0.##", CultureInfo.InvariantCulture);
        sheet.Heads(FirstOption - 1, 2, t["head.structure"], ">" + t["fees.expectedFee"], ">" + t.Say("summary.vat", rate), ">" + t["fees.gross"], ">" + t["fees.expectedProfit"]);
        for (var i = 0; i < book.Document.FeeStructures.Count; i++)
        {
            sheet.Text(FirstOption + i, 2, FeeRows.NameOf(book, book.Document.FeeStructures[i], i));
            sheet.Put(FirstOption + i, 3, fees.Result(i, "expectedFee"), Number.Money);
            sheet.Put(FirstOption + i, 4, fees.Result(i, "vat"), Number.Money);
            sheet.Put(FirstOption + i, 5, fees.Result(i, "gross"), Number.Money);
            sheet.Put(FirstOption + i, 6, fees.Result(i, "expectedProfit"), Number.Money);
        }
    }

    private void Legend()
    {
        var t = book.Texts;
        sheet.Heads(7, 8, t["legend"], "", "", "");
        foreach (var (look, key, at) in new[] { (Look.Input, "input", 8), (Look.Calculated, "calculated", 9), (Look.Data, "data", 10), (Look.Total, "total", 11), (Look.Check, "ok", 12), (Look.Failed, "failed", 13) })
        {
            sheet.Text(at, 8, t[$"legend.{key}"], look);
            sheet.Text(at, 9, t[$"legend.{key}.note"], Look.Note);
        }

        sheet.Text(14, 8, t["legend.names"], Look.Note);
    }

    private void About(FeesSheet fees)
    {
        var (t, identity) = (book.Texts, book.Identity);
        row = LastOption + 3;
        sheet.Heads(row++, 2, t["about"], "", "", "", "");
        Line("agency", identity.Agency);
        if (identity.Client is { } client)
            Line("client", client);
        if (identity.PricingDate is { } day)
            Line("pricingDate", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line("createdAt", identity.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        foreach (var source in identity.Sources)
            Line("source", OriginSentence.In(t, source));
        foreach (var structure in book.Document.FeeStructures.Where(structure => structure.DiscountReason is not null))
            Line("discountReason", $"{structure.Name ?? t[$"type.{structure.Type}"]}: {structure.DiscountReason}");
        Line("purpose", t["about.purpose.text"]);
        Line("rounding", t["about.rounding.text"]);
        Line("names", t["about.names.text"]);
        Line("limits", fees.Workings.RisksAsData ? t.Say("fees.risksAsData", JointStates.Most) : t["about.limits.text"]);
    }

    private void Line(string key, string text)
    {
        sheet.Text(row, 2, book.Texts[$"about.{key}"]);
        sheet.Text(row++, 3, text, Look.Note);
    }
}
