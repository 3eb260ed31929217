using System.Globalization;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Tests.Workbook;
using Pricing.Model.Comparisons;
using Pricing.Model.Proposals;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Pricing.Documents.Tests;

public sealed class NoLeakTests
{
    private static readonly ProposalIdentity Identity = new()
    {
        Agency = "Atelier Nord",
        Number = "2026-0147",
        Version = 1,
        Date = new(2026, 11, 25),
        ValidUntil = new(2026, 12, 23),
    };

    [Theory]
    [InlineData("case-a", DocumentLanguage.De)]
    [InlineData("case-a", DocumentLanguage.En)]
    [InlineData("case-b", DocumentLanguage.De)]
    [InlineData("case-b", DocumentLanguage.En)]
    public void No_internal_figure_stands_in_a_proposal_whichever_structures_are_offered(string name, DocumentLanguage language)
    {
        var comparison = Samples.Comparison(name);
        var offerable = Enumerable.Range(0, comparison.Structures.Count).Where(i => Offer.MayBeOffered(comparison, i)).ToList();
        var secrets = Secrets(comparison).Select(amount => Printed(amount, language)).Distinct().ToList();

        Assert.All(offerable, recommended =>
        {
            var offer = new Offer([recommended], recommended);
            var text = Text(ProposalPdf.Render(ProposalDraft.From(comparison, offer), Identity, language));

            Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_structure_that_opens_the_books_is_not_drawn_up()
    {
        var comparison = Samples.Comparison("case-a");
        var costPlus = comparison.Structures.ToList().FindIndex(structure => structure.Structure.Type == "costPlus");

        Assert.Throws<ArgumentException>(() => ProposalDraft.From(comparison, new([costPlus], costPlus)));
    }

    // Cost, floor, and every structure's profit and risk; what the client sees on purpose (third parties, value) is not among them.
    private static IEnumerable<decimal> Secrets(Comparison comparison)
    {
        var currency = comparison.Currency;
        var cost = comparison.Cost;
        var amounts = new[] { cost.Labour, cost.DirectLabour, cost.PlannedLabour, cost.Ai, cost.Total, cost.CardValue, comparison.BargainingRange.Floor, comparison.BargainingRange.Zopa }
            .Concat(cost.ByRole.Select(row => row.Labour))
            .Concat(cost.ByPhase.Select(row => row.Labour))
            .Concat(comparison.Structures.Where(structure => structure.Feasible).SelectMany(structure => new[]
            {
                structure.ExpectedProfit!.Value, structure.AdjustedGrossIncome!.Value, structure.ProfitCvar!.Value, structure.CertaintyEquivalent!.Value, structure.ProfitStandardDeviation!.Value,
            }))
            .Select(amount => amount.ToMinorUnit(currency))
            .Where(amount => Math.Abs(amount) > 100);

        // What stands in the price table by right: the service part of a fee is the adjusted gross income less markups.
        var shown = comparison.Structures.SelectMany(structure => new[] { structure.ExpectedFee, structure.AdjustedGrossIncome }).OfType<Model.Quantities.Money>().Select(amount => amount.ToMinorUnit(currency));
        return amounts.Except(shown);
    }

    private static string Printed(decimal amount, DocumentLanguage language) =>
        amount.ToString("#,##0.00", CultureInfo.GetCultureInfo(language == DocumentLanguage.De ? "de-DE" : "en-GB"));

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join('\n', document.GetPages().SelectMany(page => page.GetWords()).Select((Word word) => word.Text));
    }
}
