using System.Diagnostics;
using Pricing.Documents.Pdf.Proposal;

namespace Pricing.Documents.Tests;

/// <summary>Programs of others open what we write.</summary>
public sealed class ForeignProgramTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.pdf");

    public ForeignProgramTests() => File.WriteAllBytes(file, ProposalPdf.Render(SampleProposal.German, SampleProposal.Identity, DocumentLanguage.De));

    [Fact]
    public async Task Qpdf_finds_no_fault()
    {
        var (code, output) = await Run("qpdf", "--check", file);

        Assert.True(code == 0, output);
        Assert.DoesNotContain("WARNING", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdfinfo_reads_title_size_and_tags()
    {
        var (code, output) = await Run("pdfinfo", file);

        Assert.Equal(0, code);
        Assert.Matches(@"Title:\s+Social-Content-Kampagne, 120 Kurzvideos", output);
        Assert.Matches(@"Page size:\s+595.28 x 841.89 pts \(A4\)", output);
        Assert.Matches(@"Tagged:\s+yes", output);
    }

    [Fact]
    public async Task Pdffonts_finds_every_font_embedded()
    {
        var (code, output) = await Run("pdffonts", file);

        Assert.Equal(0, code);
        var fonts = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToArray();
        Assert.Equal(3, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"yes yes yes\s+\d+", font));
    }

    public void Dispose() => File.Delete(file);

    private static async Task<(int Code, string Output)> Run(string program, params string[] arguments)
    {
        var isThere = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        if (!isThere)
            Assert.Skip($"{program} is not installed.");
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
