using System.Text.RegularExpressions;
using Pricing.Model.Fees;

namespace Pricing.Model.Tests.Formulas;

public sealed partial class DocsTests
{
    private const string Index = "README.md";

    private static readonly string[] Pages =
        [.. Directory.GetFiles(Repository.PathOf("docs", "formulas"), "*.md").Select(file => Path.GetFileName(file)).Where(page => page != Index).Order(StringComparer.Ordinal)];

    public static TheoryData<string, int> Tables()
    {
        var data = new TheoryData<string, int>();
        foreach (var page in Pages)
        {
            for (var i = 0; i < TablesOf(page).Count; i++)
                data.Add(page, i);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_model_answers_what_a_table_prints(string page, int index)
    {
        var table = TablesOf(page)[index];

        var differences = table.Differences(WorkedModels.Of(table.Kind));

        Assert.NotEmpty(table.Rows);
        Assert.Empty(differences);
    }

    [Theory]
    [InlineData("184.80", "184.81")]
    [InlineData("184.80", "184.799")]
    [InlineData("184.80", "")]
    [InlineData("0.80 | 1 |", "0.80 | 1.01 |")]
    [InlineData("→ expected", "→ hoped for")]
    public void A_changed_number_is_found(string printed, string changed)
    {
        var page = "<!-- worked: effort -->\n| optimistic | mostLikely | pessimistic | planned | → expected |\n|---|---|---|---|---|\n| 0.80 | 1 | 1.80 | 168 | 184.80 |\n";

        var right = Assert.Single(WorkedTable.In(page, "page"));
        var wrong = Assert.Single(WorkedTable.In(page.Replace(printed, changed, StringComparison.Ordinal), "page"));

        Assert.Empty(right.Differences(WorkedModels.Of(right.Kind)));
        Assert.Single(wrong.Differences(WorkedModels.Of(wrong.Kind)));
    }

    [Fact]
    public void Every_page_has_tables_that_are_executed()
    {
        Assert.All(Pages, page => Assert.NotEmpty(TablesOf(page)));
    }

    [Fact]
    public void Every_place_that_a_doc_comment_cites_exists()
    {
        var headings = Pages.ToDictionary(page => page, page => Headings(page).ToHashSet(StringComparer.Ordinal));

        var cited = Repository.Sources("src", "Pricing.Model").SelectMany(source => Citations().Matches(source.Text)).Select(match => (Page: match.Groups[1].Value, Heading: match.Groups[2].Value)).ToList();

        Assert.NotEmpty(cited);
        Assert.DoesNotContain(cited, place => !headings.TryGetValue(place.Page, out var known) || (place.Heading.Length > 0 && !known.Contains(place.Heading)));
    }

    [Fact]
    public void Every_table_and_test_that_the_index_names_exists()
    {
        var kinds = Pages.SelectMany(TablesOf).Select(table => table.Kind);
        var tests = typeof(DocsTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"));
        var known = kinds.Concat(tests).ToHashSet(StringComparer.Ordinal);

        var named = Quoted().Matches(TextOf(Index)).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !known.Contains(name));
    }

    [Fact]
    public void Every_fee_structure_has_a_section_and_a_worked_table()
    {
        var types = typeof(FeeStructure).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FeeStructure))).Select(type => type.Name).ToList();

        var sections = Headings("fees.md").Select(Letters).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var worked = TablesOf("fees.md").Select(table => Letters(table.Kind.Replace("fee ", "", StringComparison.Ordinal))).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(13, types.Count);
        Assert.Superset(types.ToHashSet(StringComparer.OrdinalIgnoreCase), sections);
        Assert.Superset(types.ToHashSet(StringComparer.OrdinalIgnoreCase), worked);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static List<WorkedTable> TablesOf(string page) => [.. WorkedTable.In(TextOf(page), page)];

    private static IEnumerable<string> Headings(string page) =>
        TextOf(page).Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..].Trim());

    private static string TextOf(string page) => File.ReadAllText(Repository.PathOf("docs", "formulas", page));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("docs/formulas/([a-z-]+\\.md)(?:, \"([^\"]+)\")?")]
    private static partial Regex Citations();
}
