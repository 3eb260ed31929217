namespace Pricing.Documents.Tests.Workbook;

/// <summary>Workbooks as LibreOffice prints them.</summary>
public sealed class PrintedWorkbookTests
{
    [Fact]
    public async Task No_column_is_too_narrow_for_its_figures()
    {
        var folder = Directory.CreateTempSubdirectory("pricing-printed-").FullName;
        try
        {
            var files = RecalculatedWorkbooks.Engagements.ToDictionary(name => name.Replace('/', '-'), name => Samples.Render(Samples.Comparison(name)))
                .Concat(RecalculatedClientWorkbooks.Written.Select(written => KeyValuePair.Create($"client-{written.Key}", written.Value))).ToList();
            foreach (var (name, bytes) in files)
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.xlsx"), bytes, TestContext.Current.CancellationToken);

            await ForeignProgram.Run("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, .. files.Select(file => Path.Combine(folder, $"{file.Key}.xlsx"))]);

            foreach (var (name, _) in files)
            {
                var (code, text) = await ForeignProgram.Run("pdftotext", "-layout", Path.Combine(folder, $"{name}.pdf"), "-");
                Assert.Equal(0, code);
                Assert.True(!text.Contains("##", StringComparison.Ordinal), $"{name}: {text.Split('\n').FirstOrDefault(line => line.Contains("##", StringComparison.Ordinal))}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
