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
        var (code, output) = await ForeignProgram.Run("qpdf", "--check", file);

        Assert.True(code == 0, output);
        Assert.DoesNotContain("WARNING", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdfinfo_reads_title_size_and_tags()
    {
        var (code, output) = await ForeignProgram.Run("pdfinfo", file);

        Assert.Equal(0, code);
        Assert.Matches(@"Title:\s+Social-Content-Kampagne, 120 Kurzvideos", output);
        Assert.Matches(@"Page size:\s+595.28 x 841.89 pts \(A4\)", output);
        Assert.Matches(@"Tagged:\s+yes", output);
    }

    [Fact]
    public async Task Pdffonts_finds_every_font_embedded()
    {
        var (code, output) = await ForeignProgram.Run("pdffonts", file);

        Assert.Equal(0, code);
        var fonts = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToArray();
        Assert.Equal(3, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"yes yes yes\s+\d+", font));
    }

    public void Dispose() => File.Delete(file);
}
