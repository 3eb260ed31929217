using System.Diagnostics;

namespace Pricing.Documents.Tests.Workbook;

/// <summary>The workbooks without cached values, calculated anew by LibreOffice in one run.</summary>
public sealed class RecalculatedWorkbooks : IAsyncLifetime
{
    public static readonly string[] Engagements = ["case-a", "case-b", "every-structure", "every-structure/JPY", "every-structure/KWD", "empty"];

    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>Inputs that are changed in one more workbook before it is calculated.</summary>
    internal static readonly Dictionary<string, decimal> Changes = new()
    {
        ["In_VatRate"] = 0.2m,
        ["In_OverheadRate"] = 0.62m,
        ["In_AvailableHours"] = 1650,
        ["In_OnCostRate"] = 0.235m,
        ["In_RateCardDiscount"] = 0.11m,
        ["In_Realisation"] = 0.9m,
        ["In_DiscountRate"] = 0,
        ["In_ReferencePrice"] = 380000,
        ["In_TailProbability"] = 0.33m,
        ["In_RiskTolerance"] = 250000,
        ["In_ArtistSocialLevyRate"] = 0.06m,
        ["In_InputTaxDeductible"] = 0,
    };

    private readonly string folder = Directory.CreateTempSubdirectory("pricing-workbook-").FullName;

    /// <summary>A workbook as LibreOffice calculated it; the test is skipped where there is none.</summary>
    internal WorkbookFile Of(string engagement)
    {
        Assert.SkipWhen(Program is null, "LibreOffice (soffice) is not installed, so the workbook cannot be calculated by another program.");
        return WorkbookFile.Open(File.ReadAllBytes(Path.Combine(folder, "out", FileOf(engagement))));
    }

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", Path.Combine(folder, "out")];
        foreach (var argument in arguments.Concat(Engagements.Append("changed").Select(engagement => Path.Combine(folder, FileOf(engagement)))))
            start.ArgumentList.Add(argument);
        foreach (var engagement in Engagements)
            await File.WriteAllBytesAsync(Path.Combine(folder, FileOf(engagement)), WithoutValues(engagement));

        await File.WriteAllBytesAsync(Path.Combine(folder, FileOf("changed")), WorkbookFile.WithInputs(WithoutValues("every-structure"), Changes));

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
            await Task.WhenAll(said, complained);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static byte[] WithoutValues(string engagement)
    {
        var stripped = WorkbookFile.WithoutValues(Samples.Render(Samples.Comparison(engagement)));
        Assert.All(WorkbookFile.Open(stripped).Cells.Values.Where(cell => cell.Formula is not null), cell => Assert.Null(cell.Text));
        return stripped;
    }

    private static string FileOf(string engagement) => engagement.Replace('/', '-') + ".xlsx";
}
