using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Tests.Workbook;

public sealed class HostileTextTests
{
    private const string Marker = "Hostile";

    public static TheoryData<string> Texts =>
    [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\",\"x\")", "\t=1", "＝1+1", "'quoted'", "\"=cmd|' /C calc'!A0", "]]>", "<f>1</f>", "&amp;", "1999,9", "10,1",
        "0000045299", "1900-01-01", "_x0041_", "a\u0001b", "a\u000Bb", "a\uFFFFb", "a\r\nb", "🇩🇪👩‍👩‍👧‍👦 عربى 日本", "*?~", "a", "{0} %s $1",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Whatever_a_name_says_it_stays_text_in_a_sound_file(string text)
    {
        var name = text + Marker;
        var comparison = Samples.Comparison("every-structure", json => RenameAll(json, name));
        var bytes = Samples.Render(comparison, identity: Samples.Identity with { Title = name, Client = name, Agency = name, Number = name, Sources = [name] });
        var file = WorkbookFile.Open(bytes);

        Assert.DoesNotContain(file.Cells.Values, cell => cell.Formula?.Contains(Marker, StringComparison.Ordinal) == true);
        Assert.All(file.Cells.Values.Where(cell => cell.Text?.Contains(Marker, StringComparison.Ordinal) == true), cell => Assert.True(cell.IsText));
        Assert.Contains(file.Cells.Values, cell => cell.Text?.Contains(SafeText.Of(text), StringComparison.Ordinal) == true);
        using var stream = new MemoryStream(bytes);
        using var package = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken).Select(error => error.Description));
    }

    [Fact]
    public void Negative_amounts_stay_numbers()
    {
        var comparison = Samples.Comparison("case-b", json => json["value"]!["drivers"]![0]!["firstMonth"] = -5m);
        var file = WorkbookFile.Open(Samples.Render(comparison));

        Assert.Equal(-5, file.Cells["Wert!C8"].Number);
        Assert.False(file.Cells["Wert!C8"].IsText);
    }

    [Theory]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("a\u0000\u0008b\uFFFE", "ab")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    public void What_a_cell_cannot_hold_is_escaped_or_removed(string text, string expected) => Assert.Equal(expected, SafeText.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_is_removed()
    {
        Assert.Equal("xy", SafeText.Of("x\uDC00y"));
        Assert.Equal("xy", SafeText.Of("x\uD83Dy"));
        Assert.Equal("x😀", SafeText.Of("x😀\uD83D"));
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_between_text_elements()
    {
        var cut = SafeText.Of(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 10_000)));

        Assert.InRange(cut.Length, SafeText.Longest - 8, SafeText.Longest);
        Assert.Equal(0, cut.Length % "👩‍👩‍👧".Length);
    }

    [Theory]
    [InlineData("1899-12-31", null)]
    [InlineData("1900-01-01", null)]
    [InlineData("1900-02-28", null)]
    [InlineData("1900-03-01", 61)]
    [InlineData("2026-01-15", 46037)]
    public void Days_before_March_1900_are_text_and_later_ones_count_right(string day, int? serial)
    {
        var comparison = Samples.Comparison("case-a", json => json["exchangeRates"]![0]!["asOf"] = day);
        var file = WorkbookFile.Open(Samples.Render(comparison));

        Assert.Contains(file.Cells, cell => cell.Key.StartsWith("Eingaben!E", StringComparison.Ordinal)
            && (serial is { } number ? cell.Value.Text == number.ToString(System.Globalization.CultureInfo.InvariantCulture) && !cell.Value.IsText : cell.Value.Text == day && cell.Value.IsText));
    }

    // The reader of the contract refuses some of these; the workbook must not depend on that.
    private static void RenameAll(JsonNode? node, string name)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                RenameAll(item, name);
        }
        else if (node is JsonObject members)
        {
            foreach (var (member, value) in members.ToList())
            {
                if (member is "name" or "title" or "model" or "client" or "discountReason" && !(members.ContainsKey("weight") || members.ContainsKey("kpiAchievement")))
                    members[member] = name;
                else
                    RenameAll(value, name);
            }
        }
    }
}
