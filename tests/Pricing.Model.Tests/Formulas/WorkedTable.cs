using System.Globalization;
using System.Text.RegularExpressions;

namespace Pricing.Model.Tests.Formulas;

/// <summary>A table behind a comment <c>worked: kind</c>: columns with an arrow are what the model must answer.</summary>
internal sealed partial record WorkedTable(string Kind, string Place, IReadOnlyList<WorkedRow> Rows)
{
    private const string Arrow = "→ ";

    public static IEnumerable<WorkedTable> In(string text, string file)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Marker().Match(lines[i]) is not { Success: true } marker)
                continue;
            var header = Cells(lines[i + 1]);
            var rows = new List<WorkedRow>();
            for (var at = i + 3; at < lines.Length && lines[at].StartsWith('|'); at++)
                rows.Add(new($"{file}:{at + 1}", header.Zip(Cells(lines[at])).ToDictionary(pair => pair.First, pair => pair.Second)));
            yield return new(marker.Groups[1].Value, $"{file}:{i + 1}", rows);
        }
    }

    /// <summary>Where the model answers something other than what is printed.</summary>
    public IEnumerable<string> Differences(Func<WorkedRow, Dictionary<string, decimal?>> model)
    {
        foreach (var row in Rows)
        {
            var answers = model(row);
            foreach (var (column, printed) in row.Cells.Where(cell => cell.Key.StartsWith(Arrow, StringComparison.Ordinal)))
            {
                var name = column[Arrow.Length..];
                if (!answers.TryGetValue(name, out var answer))
                    yield return $"{row.Place}: nothing answers \"{name}\"";
                else if (!Agrees(printed, answer))
                    yield return $"{row.Place}: {name} is printed {(printed.Length == 0 ? "empty" : printed)}, the model answers {answer?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}";
            }
        }
    }

    private static bool Agrees(string printed, decimal? answer)
    {
        if (printed.Length == 0 || answer is null)
            return printed.Length == 0 && answer is null;
        var percent = printed.EndsWith('%');
        var number = printed.TrimEnd('%', ' ');
        var decimals = number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return WorkedRow.NumberOf(number) == decimal.Round(decimal.Round((percent ? 100 : 1) * answer.Value, 12), decimals);
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    [GeneratedRegex("^<!-- worked: (.+) -->$")]
    private static partial Regex Marker();
}

/// <summary>A row of a worked table.</summary>
internal sealed record WorkedRow(string Place, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>An input; null where the cell is empty or there is no such column.</summary>
    public decimal? Given(string column) => Cells.TryGetValue(column, out var cell) && cell.Length > 0 ? NumberOf(cell) : null;

    /// <summary>An input that counts as nothing where it is not given.</summary>
    public decimal this[string column] => Given(column) ?? 0;

    public string Text(string column) => Cells[column];

    public decimal[] List(string column) => [.. Cells[column].Split(';').Select(NumberOf)];

    public static decimal NumberOf(string text) => Number.Of(text.Trim().Replace("−", "-", StringComparison.Ordinal));
}
