using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook.Cells;
using Pricing.Documents.Workbook.Client;

namespace Pricing.Documents.Tests.Workbook;

/// <summary>The client's workbooks without cached values, calculated anew by LibreOffice in one run.</summary>
public sealed class RecalculatedClientWorkbooks : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("pricing-client-").FullName;

    internal static Dictionary<string, byte[]> Written { get; } = new()
    {
        ["de"] = ClientWorkbook.Render(AgreedProposal.German.Proposal, AgreedProposal.Identity, DocumentLanguage.De),
        ["en"] = ClientWorkbook.Render(AgreedProposal.English.Proposal, AgreedProposal.Identity, DocumentLanguage.En),
        ["sections"] = ClientWorkbook.Render(AgreedProposal.German.Proposal, AgreedProposal.Identity, DocumentLanguage.De, ProposalDetail.Sections),
        ["summary"] = ClientWorkbook.Render(AgreedProposal.German.Proposal, AgreedProposal.Identity, DocumentLanguage.De, ProposalDetail.Summary),
        ["jpy"] = ClientWorkbook.Render(AgreedProposal.Priced(DocumentLanguage.De, "JPY").Proposal, AgreedProposal.Identity, DocumentLanguage.De),
        ["kwd"] = ClientWorkbook.Render(AgreedProposal.Priced(DocumentLanguage.De, "KWD").Proposal, AgreedProposal.Identity, DocumentLanguage.De),
        ["discounted"] = ClientWorkbook.Render(AgreedProposal.Discounted, AgreedProposal.Identity, DocumentLanguage.De),
        ["preview"] = ClientWorkbook.Render(SampleProposal.German, SampleProposal.Identity, DocumentLanguage.De),
    };

    internal WorkbookFile Of(string name) => WorkbookFile.Open(File.ReadAllBytes(Path.Combine(folder, "out", $"{name}.xlsx")));

    internal static bool HasProgram => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "soffice")));

    public async ValueTask InitializeAsync()
    {
        if (!HasProgram)
            return;
        foreach (var (name, bytes) in Written)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.xlsx"), WorkbookFile.WithoutValues(bytes));
        string[] arguments = [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", Path.Combine(folder, "out"), .. Written.Keys.Select(name => Path.Combine(folder, $"{name}.xlsx"))];
        using var process = Process.Start(new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        await Task.WhenAll(said, complained);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class ClientWorkbookTests(RecalculatedClientWorkbooks workbooks) : IClassFixture<RecalculatedClientWorkbooks>
{
    public static TheoryData<string> Names => [.. RecalculatedClientWorkbooks.Written.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_program_calculates_every_figure_alike_and_passes_every_check(string name)
    {
        Assert.SkipUnless(RecalculatedClientWorkbooks.HasProgram, "LibreOffice (soffice) is not installed, so the workbook cannot be calculated by another program.");
        var (written, found) = (WorkbookFile.Open(RecalculatedClientWorkbooks.Written[name]), workbooks.Of(name));

        Assert.DoesNotContain(found.Cells.Values, cell => cell.IsError);
        Assert.Empty(written.Cells.Where(cell => cell.Value is { Formula: not null, IsText: false } && Math.Abs(cell.Value.Number - found.Cells[cell.Key].Number) > 1e-7).Select(cell => cell.Key));
        Assert.All(found.Sheets, sheet => Assert.Equal("OK", found.Cells[$"{sheet}!C5"].Text));
    }

    [Fact]
    public void Net_and_gross_are_those_of_the_pdf_to_the_cent()
    {
        Assert.SkipUnless(RecalculatedClientWorkbooks.HasProgram, "LibreOffice (soffice) is not installed.");
        var (file, written) = (workbooks.Of("de"), WorkbookFile.Open(RecalculatedClientWorkbooks.Written["de"]));

        foreach (var option in AgreedProposal.German.Proposal.Options)
        {
            Assert.Equal(option.Net, (decimal)file.Named($"Out_{option.Letter}_Net").Number);
            Assert.Equal(option.Gross, (decimal)file.Named($"Out_{option.Letter}_Gross").Number);
            Assert.NotNull(written.Named($"Out_{option.Letter}_Gross").Formula);
        }

        // The choice that the workbook comes with is what the agency recommends.
        var own = AgreedProposal.German.Proposal.Recommended;
        Assert.Equal(own.With(new HashSet<string> { "LONG", "REP-M" }, AgreedProposal.German.Proposal.Currency).Gross, (decimal)file.Named($"Out_{own.Letter}_ChosenGross").Number);
    }

    [Fact]
    public void Each_option_has_its_calculation_its_span_and_what_is_left_as_in_the_pdf()
    {
        var (file, proposal) = (WorkbookFile.Open(RecalculatedClientWorkbooks.Written["de"]), AgreedProposal.German.Proposal);
        var sheet = file.Sheets[1];

        foreach (var (i, option) in proposal.Options.Index())
        {
            var row = 8 + i;
            Assert.Contains(option.Name, file.Cells[$"{sheet}!B{row}"].Text, StringComparison.Ordinal);
            Assert.NotEmpty(file.Cells[$"{sheet}!C{row}"].Text!);
            Assert.Equal(
                [option.Net, option.LowestFee.ToMinorUnit(proposal.Currency), option.HighestFee.ToMinorUnit(proposal.Currency), option.ClientSurplus.ToMinorUnit(proposal.Currency), option.ClientCvar.ToMinorUnit(proposal.Currency)],
                "DEFGH".Select(column => (decimal)file.Cells[$"{sheet}!{column}{row}"].Number));
        }

        Assert.All(proposal.Alternatives, alternative => Assert.Contains(file.Cells, cell => cell.Key.StartsWith($"{sheet}!B", StringComparison.Ordinal) && cell.Value.Text == alternative.Name));
    }

    [Fact]
    public void How_a_price_comes_about_stands_above_its_lines()
    {
        var file = WorkbookFile.Open(RecalculatedClientWorkbooks.Written["de"]);
        var told = file.Cells.Where(cell => cell.Key.StartsWith($"{file.Sheets[3]}!C", StringComparison.Ordinal)).Select(cell => cell.Value.Text?.Replace('\u00A0', ' ')).ToList();

        Assert.Contains("80.000 € und 8 % des gemessenen Wertbeitrags, mindestens 95.000 €, höchstens 150.000 €, dazu die Fremdleistungen.", told);
        Assert.Contains(told, words => words?.EndsWith(". Vereinbartes Honorar: mindestens 95.000 €, höchstens 150.000 €, ohne Fremdleistungen", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_head_or_name_that_is_wider_than_its_column_gets_the_lines_it_needs()
    {
        var sheet = new Sheet("A");
        sheet.Width(20, 20, 20);
        sheet.Heads(1, 2, "Netto", ">Ihr Überschuss, erwartet");
        sheet.Text(2, 2, "Netto", wrapped: true);
        sheet.Text(3, 2, "B Grundhonorar und Erfolgsanteil (empfohlen)", wrapped: true);
        sheet.Text(4, 2, "B Grundhonorar und Erfolgsanteil (empfohlen)");

        Assert.Equal([31, 18, 44, 18], Enumerable.Range(1, 4).Select(sheet.HeightOf));
    }

    [Fact]
    public void Positions_are_those_of_the_pdf()
    {
        var file = WorkbookFile.Open(RecalculatedClientWorkbooks.Written["de"]);
        using var pdf = new PdfText(ProposalPdf.Render(AgreedProposal.German.Proposal, AgreedProposal.Identity, DocumentLanguage.De));

        var prices = file.Sheets[3];
        var positions = file.Cells.Where(cell => cell.Key.StartsWith($"{prices}!B", StringComparison.Ordinal) && cell.Value.Text is [>= '0' and <= '9', ..]).Select(cell => (cell.Value.Text, Name: file.Cells[cell.Key.Replace("!B", "!C", StringComparison.Ordinal)].Text));

        Assert.All(positions, position => Assert.Contains($"{position.Text} {position.Name!.Split(' ')[0]}", pdf.All, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_is_sound_and_the_same_each_time(string name)
    {
        using var stream = new MemoryStream(RecalculatedClientWorkbooks.Written[name]);
        using var package = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken).Select(error => error.Description));
        if (name == "de")
            Assert.Equal(RecalculatedClientWorkbooks.Written[name], ClientWorkbook.Render(AgreedProposal.German.Proposal, AgreedProposal.Identity, DocumentLanguage.De));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("_x0041_\u0001")]
    public void Whatever_a_name_says_it_stays_text(string text)
    {
        var proposal = AgreedProposal.German.Proposal with { Title = text, Client = text };
        proposal = proposal with { Options = [.. proposal.Options.Select(option => option with { Name = text, Extras = [.. option.Extras.Select(extra => extra with { Name = text, Unit = text })] })] };

        var file = WorkbookFile.Open(ClientWorkbook.Render(proposal, AgreedProposal.Identity, DocumentLanguage.De));

        Assert.DoesNotContain(file.Cells.Values, cell => cell.Formula?.Contains(text, StringComparison.Ordinal) == true);
    }
}
