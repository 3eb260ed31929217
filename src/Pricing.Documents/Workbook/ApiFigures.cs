using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook;

/// <summary>The service's figures as data beside the workbook's own, figure by figure.</summary>
internal sealed class ApiFigures
{
    private readonly Book book;
    private readonly Sheet sheet;
    private readonly InputsSheet inputs;
    private int row;

    public ApiFigures(Book book, FeesSheet fees, InputsSheet inputs)
    {
        (this.book, this.inputs) = (book, inputs);
        (sheet, row) = (book.Data, fees.DataEnd);
        var t = book.Texts;
        sheet.Heads(row, 2, t["table.api"], t["head.figure"], "", ">" + t["head.result"], ">" + t["head.api"], ">" + t["head.difference"], ">" + t["head.deviates"]);
        sheet.Heights[row++] = 30;
        Structures = [.. Enumerable.Range(0, book.Document.FeeStructures.Count).Select(i => Compare(i, fees))];
    }

    /// <summary>Each structure with the number of its figures that deviate by more than the tolerance.</summary>
    public IReadOnlyList<(string Name, Formula Deviating)> Structures { get; }

    private (string, Formula) Compare(int structure, FeesSheet fees)
    {
        var name = FeeRows.NameOf(book, book.Document.FeeStructures[structure], structure);
        var first = row;
        var column = book.Comparison.Structures[structure];
        CellRef api = default, difference = default;
        foreach (var figure in FeeFigure.Main.Concat(FeeFigure.More))
        {
            var (value, word) = figure.ApiValue(column, book);
            var line = Line(name, book.Texts[$"work.{figure.Key}"], fees.Result(structure, figure.Key), value, word, figure.Number);
            if (figure.Key == "expectedFee")
                (api, difference) = line;
        }

        for (var p = 0; p < (column.Parts?.Count ?? 0); p++)
        {
            var part = column.Parts![p];
            var label = FeeRows.PartName(book, name, part.Structure, p);
            Part("expectedFee", part.ExpectedFee, Number.Money);
            Part("expectedCost", part.ExpectedCost, Number.Money);
            Part("expectedProfit", part.ExpectedProfit, Number.Money);

            void Part(string key, Model.Quantities.Money amount, Number number) =>
                Line(label, book.Texts[$"work.{key}"], fees.Result(structure, $"part{p + 1}.{key}"), (double)amount.ToMinorUnit(book.Comparison.Currency), null, number);
        }

        var deviating = Fn.Sum(sheet.Column(8, first, row - 1));
        fees.ShowTieOut(structure, api, difference, deviating);
        return (name, deviating);
    }

    private (CellRef Api, CellRef Difference) Line(string structure, string figure, CellRef result, double api, string? word, Number number)
    {
        sheet.Text(row, 2, structure);
        sheet.Text(row, 3, figure);
        var found = sheet.Put(row, 5, result, number);
        var given = word is null ? sheet.Figure(row, 6, api, number) : sheet.Text(row, 6, word, Look.Data);
        var both = Fn.And(Fn.IsNumber(found), Fn.IsNumber(given));
        // A word against a number, or another word, differs by one.
        Formula apart = word is null && found.Word is null
            ? new($"IF({both.Text},ABS({((Formula)found).Text}-{((Formula)given).Text}),1)", Math.Abs(found.Value - api))
            : new($"IF({((Formula)found).Text}={((Formula)given).Text},0,1)", found.Word == word ? 0 : 1);
        var difference = sheet.Put(row, 7, apart, number == Number.General ? Number.Whole : number);
        var tolerance = number == Number.Money ? inputs.MoneyTolerance.Fixed : inputs.RatioTolerance.Fixed;
        sheet.Put(row++, 8, Fn.If(difference > tolerance, 1, 0), Number.Whole);
        return (given, difference);
    }
}
