using System.Text;
using Pricing.Documents.Pdf.Certificate;
using Pricing.Documents.Pdf.Internal;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook.Client;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Tests;

/// <summary>Programs of others find the files inside a proposal and no fault with any edition.</summary>
public sealed class AttachmentTests : IDisposable
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes("""{"title":"Kurzvideos"}""");
    private static readonly byte[] Workbook = ClientWorkbook.Render(AgreedProposal.German.Proposal, AgreedProposal.Identity, DocumentLanguage.De);

    private readonly string folder = Directory.CreateTempSubdirectory("pricing-pdf-").FullName;

    [Fact]
    public async Task The_workbook_and_the_data_are_inside_and_come_out_as_they_went_in()
    {
        var file = Write("proposal.pdf", Render());

        var (code, listed) = await ForeignProgram.Run("qpdf", "--list-attachments", file);
        Assert.Equal(0, code);
        Assert.Contains("Angebot-2026-0147-F2.json", listed, StringComparison.Ordinal);
        Assert.Contains("Angebot-2026-0147-F2.xlsx", listed, StringComparison.Ordinal);
        await ForeignProgram.Run("pdfdetach", "-saveall", "-o", folder, file);
        Assert.Equal(Json, await File.ReadAllBytesAsync(Path.Combine(folder, "Angebot-2026-0147-F2.json"), TestContext.Current.CancellationToken));
        Assert.Equal(Workbook, await File.ReadAllBytesAsync(Path.Combine(folder, "Angebot-2026-0147-F2.xlsx"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Each_file_says_how_it_relates_to_the_document()
    {
        var raw = Encoding.Latin1.GetString(Render());

        Assert.Equal(2, raw.Split("/AFRelationship/Data").Length - 1);
        Assert.Matches(@"/AF\[\d+ 0 R \d+ 0 R\]", raw);
        using var pdf = new PdfText(Render());
        Assert.Contains("Anlagen Arbeitsmappe (.xlsx) und maschinenlesbares Angebot (.json), in dieses PDF eingebettet", pdf.Words[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_edition_has_a_fault()
    {
        var (german, identity) = (AgreedProposal.German, AgreedProposal.Identity);
        var acceptance = new Acceptance { Option = "A", Name = "Max Beispiel", At = new(2026, 12, 8, 13, 32, 7, TimeSpan.Zero), FileName = "a.pdf" };
        string[] files =
        [
            Write("english.pdf", ProposalPdf.Render(AgreedProposal.English.Proposal, identity, DocumentLanguage.En)),
            Write("certified.pdf", CertificatePdf.Append(Render(), acceptance, german.Proposal, identity, DocumentLanguage.De)),
            Write("internal.pdf", InternalProposalPdf.Render(InternalProposal.Of(german.Options, german.Terms), identity, DocumentLanguage.De)),
        ];

        foreach (var file in files)
        {
            var (code, output) = await ForeignProgram.Run("qpdf", "--check", file);
            Assert.True(code == 0, output);
            Assert.DoesNotContain("WARNING", output, StringComparison.Ordinal);
            var (_, info) = await ForeignProgram.Run("pdfinfo", file);
            Assert.Matches(@"Tagged:\s+yes", info);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Render() => ProposalPdf.Render(
        AgreedProposal.German.Proposal, AgreedProposal.Identity, DocumentLanguage.De, attachments: new() { Json = Json, Workbook = Workbook, BaseName = "Angebot-2026-0147-F2" });

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
