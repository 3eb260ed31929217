using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook.Client;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Tests;

public sealed class HostileProposalTests
{
    private const double Left = 53;
    private const double Right = 540.5;

    public static TheoryData<string> Texts =>
    [
        string.Concat(Enumerable.Repeat("Wortungetüm", 60)), string.Concat(Enumerable.Repeat("ein Satz, der nicht endet, ", 30)), "שלום عربى", "👩‍👩‍👧‍👦🇩🇪", "a\u0001\u0007b\u202Ec",
        "**", "# [x](javascript:alert(1)) <script>1</script>", "- \n- \n1. ", "\n\n\n", "", "{0} %s", "12 0 R /Kids[1 0 R] endobj stream\n",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Whatever_an_agency_writes_the_pages_hold_it(string text)
    {
        var terms = AgreedProposal.German.Terms;
        var proposal = AgreedProposal.German.With(_ => terms with
        {
            Situation = text,
            Vat = terms.Vat with { Note = text },
            Milestones = [.. terms.Milestones.Select(one => one with { Name = text, Due = text })],
            Rights = [.. terms.Rights.Select(one => one with { Deliverable = text, Type = text, Territory = text, Term = text, Scope = text })],
            KpiAnnex = new(text, text, text),
            Ai = terms.Ai with { Deliverables = [.. terms.Ai.Deliverables.Select(one => one with { Name = text, VisibleLabel = text, Reviewer = text })], Duties = [.. terms.Ai.Duties.Select(one => one with { Article = text, Text = text, Source = text })], VendorStop = text },
            Assumptions = [text, text],
            Exclusions = [text, text],
            ClientDuties = [text],
            Clauses = [new(text, 1, text, text)],
        }) with
        { Title = text, Client = text };
        proposal = proposal with
        {
            Options =
            [
                .. proposal.Options.Select(option => option with
                {
                    Name = text, Scope = text, Description = text,
                    Extras = [.. option.Extras.Select(extra => extra with { Name = text, Description = text, Unit = text, Group = extra.Group is null ? null : text })],
                    Lines = [.. option.Lines.Select(line => line with { Name = text, Unit = text })],
                }),
            ],
        };
        var identity = AgreedProposal.Identity with { Agency = text, LegalName = text, Address = text, Register = text, Bank = text, VatId = text, Contact = text, Number = text, CheckAddress = text };

        using var pdf = new PdfText(ProposalPdf.Render(proposal, identity, DocumentLanguage.De));

        Assert.Empty(pdf.Outside(Left, Right));
        Assert.InRange(pdf.Pages.Count, 10, 600);
        Assert.NotEmpty(ClientWorkbook.Render(proposal, identity, DocumentLanguage.De));
    }

    [Theory]
    [InlineData("Wortungetüm", 910)]
    [InlineData("ein Satz, der nicht endet, ", 371)]
    public void Names_of_ten_thousand_characters_stay_whole_and_inside(string part, int times)
    {
        var (text, terms) = (string.Concat(Enumerable.Repeat(part, times)), AgreedProposal.German.Terms);
        var proposal = AgreedProposal.German.With(_ => terms with
        {
            Milestones = [terms.Milestones[0] with { Name = text, ServiceShare = 1, ThirdPartyShare = 1, SuccessShare = 1 }],
            Rights = [terms.Rights[0] with { Deliverable = text }],
            Exclusions = [text],
            Assumptions = [$"**{text}** kurz"],
            Clauses = [new("X", 1, text, "kurz")],
        });

        using var pdf = new PdfText(ProposalPdf.Render(proposal, AgreedProposal.Identity, DocumentLanguage.De));

        Assert.Empty(pdf.Outside(Left, Right));
        var letters = string.Concat(pdf.Pages.SelectMany(page => page.Letters).Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);
        Assert.True(letters.Split(part.Replace(" ", "", StringComparison.Ordinal)).Length > 5 * times * 0.9, "milestone, right, exclusion, assumption and clause are there, cut at most where a line ends in a hyphen");
    }

    [Fact]
    public void Empty_lists_leave_their_sections_out()
    {
        var proposal = AgreedProposal.German.With(terms => terms with
        {
            Situation = null,
            Milestones = [],
            Revisions = null,
            Rights = [],
            KpiAnnex = null,
            Assumptions = [],
            Exclusions = [],
            ClientDuties = [],
            Clauses = [],
            Ai = terms.Ai with { Deliverables = [], Duties = [] },
        });

        using var pdf = new PdfText(ProposalPdf.Render(proposal, AgreedProposal.Identity, DocumentLanguage.De));

        Assert.Equal(["Zusammenfassung", "Leistungsumfang", "Drei Honoraroptionen", "Vergleich der Honorarmodelle", "Preise", "KI-Angaben", "Erfolgsmessung", "Voraussetzungen", "Annahme des Angebots"], pdf.Bookmarks);
        Assert.Contains("Generative Modelle sind in diesem Angebot nicht vorgesehen.", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_hundred_lines_are_carried_from_page_to_page()
    {
        var lines = Enumerable.Range(1, 500).Select(i => new PriceLine(PriceGroup.Service, PriceKind.Part, $"Leistung {i}", 1, new(270.53516m), new(270.53516m)) { Phase = (Phase)(i % 3), Unit = "Stück" });
        var proposal = AgreedProposal.German.Proposal;
        proposal = proposal with { Options = [.. proposal.Options.Select(option => option.IsRecommended ? option with { Lines = [.. lines] } : option)] };

        using var pdf = new PdfText(ProposalPdf.Render(proposal, AgreedProposal.Identity, DocumentLanguage.De));

        Assert.All(Enumerable.Range(1, 500), i => Assert.Contains($"Leistung {i} 1 Stück 270,54 270,54", pdf.All, StringComparison.Ordinal));
        for (var i = 0; i < pdf.Words.Count - 1; i++)
        {
            if (pdf.Words[i + 1].Contains($"Übertrag von Seite {i + 1}", StringComparison.Ordinal))
                Assert.Contains($"Übertrag von Seite {i + 1} {pdf.Words[i].Split("Übertrag ")[^1].Split(' ')[0]}", pdf.Words[i + 1], StringComparison.Ordinal);
        }

        Assert.Empty(pdf.Outside(Left, Right));
    }
}
