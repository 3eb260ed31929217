using System.Security.Cryptography;
using Pricing.Documents.Pdf.Certificate;
using Pricing.Documents.Pdf.Proposal;

namespace Pricing.Documents.Tests;

public sealed class CertificatePdfTests
{
    private static readonly byte[] Stored = ProposalPdf.Render(AgreedProposal.German.Proposal, AgreedProposal.Identity, DocumentLanguage.De);

    private static readonly Acceptance Accepted = new()
    {
        Option = "B",
        Extras = ["LONG", "REP-W"],
        Name = "Max Beispiel",
        Function = "Leitung Marke",
        At = new(2026, 12, 8, 13, 32, 7, TimeSpan.Zero),
        FileName = "Angebot-2026-0147-F2.pdf",
        History = [new(new(2026, 11, 25, 15, 12, 0, TimeSpan.Zero), AcceptanceStepKind.Sent, "Erika Muster")],
    };

    [Fact]
    public void The_stored_file_stays_the_beginning_of_the_new_one_byte_by_byte()
    {
        var file = Append(Stored, Accepted);

        Assert.True(file.AsSpan(0, Stored.Length).SequenceEqual(Stored));
        using var pdf = new PdfText(file);
        using var before = new PdfText(Stored);
        Assert.Equal(before.Words, pdf.Words.Take(before.Words.Count));
        Assert.Equal(before.Words.Count + 1, pdf.Words.Count);
        Assert.Equal([.. before.Bookmarks, "Annahmezertifikat"], pdf.Bookmarks);
    }

    [Fact]
    public void The_certificate_says_who_accepted_what_and_when_and_both_hashes()
    {
        using var pdf = new PdfText(Append(Stored, Accepted));
        var page = pdf.Words[^1];
        var hash = string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(Stored)).Chunk(4).Select(four => new string(four)));

        Assert.All(
            [
                "Max Beispiel, Leitung Marke, Beispielmarke GmbH", "8. Dezember 2026, 14:32:07 Uhr, Europe/Berlin (2026-12-08T13:32:07Z)", "Langfassung, 60 Sekunden, 4.800,00 € netto",
                "Bericht wöchentlich, 5.720,00 € netto", "genau 145.787,58 €, brutto 173.145,22 €", "b553 db4d b2d3 0f1e", hash[..39], hash[40..], "25.11.2026, 16:12 · gesendet, Erika Muster", "Zertifikat, Seite 1 von 1",
            ],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_without_a_choice_keeps_the_line_in_the_price()
    {
        using var pdf = new PdfText(Append(Stored, Accepted with { Extras = [] }));

        Assert.Contains("Bericht monatlich, 3.000,00 € netto", pdf.Words[^1], StringComparison.Ordinal);
        Assert.Contains("genau 138.267,58 €, brutto 164.196,42 €", pdf.Words[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_others_or_one_with_a_certificate_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Append("%PDF-1.7 no table"u8.ToArray(), Accepted));
        Assert.Throws<ArgumentException>(() => Append([], Accepted));
        Assert.Throws<ArgumentException>(() => Append(Append(Stored, Accepted), Accepted));
        Assert.Throws<ArgumentException>(() => Append(Stored, Accepted with { Option = "Z" }));
    }

    private static byte[] Append(byte[] stored, Acceptance acceptance) =>
        CertificatePdf.Append(stored, acceptance, AgreedProposal.German.Proposal, AgreedProposal.Identity, DocumentLanguage.De);
}
