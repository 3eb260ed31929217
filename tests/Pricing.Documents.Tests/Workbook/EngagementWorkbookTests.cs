using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pricing.Documents.Workbook;

namespace Pricing.Documents.Tests.Workbook;

public sealed class EngagementWorkbookTests
{
    public static TheoryData<string> Engagements => ["case-a", "case-b", "every-structure", "every-structure/EUR", "every-structure/JPY", "every-structure/KWD", "empty"];

    [Theory]
    [MemberData(nameof(Engagements))]
    public void Every_output_has_a_cached_value_that_equals_the_service(string name)
    {
        var comparison = Samples.Comparison(name);
        var file = WorkbookFile.Open(Samples.Render(comparison));

        Assert.Empty(ApiTieOut.Differences(file, comparison));
    }

    [Theory]
    [MemberData(nameof(Engagements))]
    public void All_checks_pass_as_delivered(string name)
    {
        var file = WorkbookFile.Open(Samples.Render(Samples.Comparison(name)));

        Assert.Empty(file.Cells.Where(cell => cell.Value.Text == "PRÜFEN" && cell.Key.StartsWith("Prüfungen!G", StringComparison.Ordinal)).Select(cell => file.Cells[cell.Key.Replace('G', 'B')].Text + ": " + file.Cells[cell.Key.Replace('G', 'C')].Text));
        Assert.All(file.Sheets, sheet => Assert.Equal("OK", file.Cells[$"{sheet}!C5"].Text));
    }

    [Theory]
    [MemberData(nameof(Engagements))]
    public void The_file_follows_the_schema(string name)
    {
        foreach (var language in Enum.GetValues<DocumentLanguage>())
        {
            using var stream = new MemoryStream(Samples.Render(Samples.Comparison(name), language));
            using var package = SpreadsheetDocument.Open(stream, isEditable: false);
            var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken);

            Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public async Task The_same_engagement_is_the_same_file_whenever_it_is_made()
    {
        var before = Samples.Render(Samples.Comparison("case-a"));
        await Task.Delay(2100, TestContext.Current.CancellationToken);   // zip files tell the time in steps of two seconds

        Assert.Equal(before, Samples.Render(Samples.Comparison("case-a")));
    }

    [Theory]
    [InlineData("kling, version 1: Kuaishou Kling 3, 0.084 USD per second, valid from 2026-01-15; list price", "kling, Fassung 1: Kuaishou Kling 3, 0,084 USD je Sekunde, gültig ab 2026-01-15; list price")]
    [InlineData("card, version 2: Standard, EUR, valid from 2026-01-01; agency", "card, Fassung 2: Standard, EUR, gültig ab 2026-01-01; agency")]
    [InlineData("video, version 1: Video, factors 0.3, 0.5, 0.8; study", "video, Fassung 1: Video, Faktoren 0.3, 0.5, 0.8; study")]
    [InlineData("Workshop of 3 March", "Workshop of 3 March")]
    public void An_origin_is_told_in_the_language_of_the_workbook(string kept, string told)
    {
        Assert.Equal(told, OriginSentence.In(WorkbookTexts.Of(DocumentLanguage.De), kept));
        Assert.Equal(kept, OriginSentence.In(WorkbookTexts.Of(DocumentLanguage.En), kept));
    }

    [Fact]
    public void The_worked_case_shows_its_known_figures()
    {
        var file = WorkbookFile.Open(Samples.Render(Samples.Comparison("case-a")));

        Assert.Equal(110326.46, file.Named("Out_Cost").Number, 1e-9);
        Assert.Equal(85800.71, file.Named("Out_Labour").Number, 1e-9);
        Assert.Equal(8158.95, file.Named("Out_Ai").Number, 1e-9);
        Assert.Equal(165893.92, file.Named("Out_S4_ExpectedFee").Number, 1e-9);
    }

    [Theory]
    [InlineData(DocumentLanguage.De, "Übersicht,Eingaben,Stunden,KI,Fremdleistungen,Wert,Honorarmodelle,Prüfungen,Daten")]
    [InlineData(DocumentLanguage.En, "Summary,Inputs,Hours,AI,Third party,Value,Fee structures,Checks,Data")]
    public void The_sheets_stand_in_reading_order(DocumentLanguage language, string sheets) =>
        Assert.Equal(sheets, string.Join(',', WorkbookFile.Open(Samples.Render(Samples.Comparison("case-b"), language)).Sheets));

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        Assert.Equal(WorkbookTexts.Of(DocumentLanguage.De).Keys.Order(StringComparer.Ordinal), WorkbookTexts.Of(DocumentLanguage.En).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("hu-HU")]
    [InlineData("tr-TR")]
    public void The_reader_s_culture_changes_nothing(string culture)
    {
        var comparison = Samples.Comparison("every-structure");
        var before = WorkbookFile.Open(Samples.Render(comparison));
        var own = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var after = WorkbookFile.Open(Samples.Render(comparison));

            Assert.Equal(before.Cells, after.Cells);
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }

    [Fact]
    public void Formulas_keep_to_functions_that_are_neither_volatile_nor_new()
    {
        var file = WorkbookFile.Open(Samples.Render(Samples.Comparison("every-structure")));
        string[] known = ["SUM", "SUMPRODUCT", "SUMIFS", "INDEX", "MIN", "MAX", "ABS", "SQRT", "TRUNC", "ROUND", "IF", "AND", "ISNUMBER", "COUNT", "COUNTIF"];
        var formulas = file.Cells.Values.Select(cell => cell.Formula).OfType<string>().ToList();

        Assert.All(formulas, formula => Assert.InRange(formula.Length, 1, 8192));
        Assert.Subset(known.ToHashSet(), formulas.SelectMany(formula => System.Text.RegularExpressions.Regex.Matches(formula, "[A-Z]+(?=\\()")).Select(match => match.Value).ToHashSet());
    }

    [Fact]
    public void A_structure_without_a_fee_says_so_and_names_the_gap()
    {
        var comparison = Samples.Comparison("every-structure");
        var file = WorkbookFile.Open(Samples.Render(comparison, DocumentLanguage.En));
        var infeasible = comparison.Structures.ToList().FindIndex(structure => !structure.Feasible);

        Assert.Equal("n/a", file.Named($"Out_S{infeasible + 1}_ExpectedFee").Text);
        Assert.True(file.Named($"Out_S{infeasible + 1}_Gap").Number > 0);
    }

    [Fact]
    public void Beyond_the_limit_of_joint_states_risk_figures_are_data_and_the_sheet_says_so()
    {
        var comparison = Samples.Comparison("every-structure", json =>
        {
            json["scenarios"]!["cost"] = new System.Text.Json.Nodes.JsonArray([.. Enumerable.Range(0, 50).Select(_ => new System.Text.Json.Nodes.JsonObject { ["factor"] = 1m, ["probability"] = 0.02m })]);
        });
        var file = WorkbookFile.Open(Samples.Render(comparison));

        Assert.Empty(ApiTieOut.Differences(file, comparison));
        Assert.Contains(file.Cells.Values, cell => cell.Text?.Contains("Werte der API, keine Formeln", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_warm_workbook_takes_no_time_worth_waiting_for()
    {
        var comparison = Samples.Comparison("case-a");
        for (var i = 0; i < 5; i++)
            Samples.Render(comparison);
        var best = Enumerable.Range(0, 10).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Samples.Render(comparison);
            return watch.ElapsedMilliseconds;
        });

        TestContext.Current.SendDiagnosticMessage("Workbook of case a: {0} ms", best);
        Assert.InRange(best, 0, 400);
    }
}
