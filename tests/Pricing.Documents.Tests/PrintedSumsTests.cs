using System.Globalization;
using CsCheck;
using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Texts;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests;

public sealed class PrintedSumsTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private static readonly Gen<PriceLine> Lines = Gen.Select(
        Gen.Enum<PriceGroup>(), Gen.Int[0, 3], Gen.Decimal[-5_000m, 90_000m], Gen.Int[1, 40], Gen.Bool, Gen.Bool, (group, phase, amount, quantity, isCounted, isReduced) => new PriceLine(
            group, PriceKind.Part, "Zeile", isCounted ? quantity : null, isCounted ? new Money(amount / quantity) : null, new(amount))
        {
            Phase = group == PriceGroup.Service && phase < 3 ? (Phase)phase : null,
            VatRate = isReduced ? 0.07m : null,
        });

    private static readonly Gen<(string Currency, PriceLine[] Lines)> Prices = Gen.Select(Gen.OneOf(Gen.Const("EUR"), Gen.Const("JPY"), Gen.Const("KWD")), Lines.Array[1, 40]);

    [Theory]
    [InlineData(ProposalDetail.Sections)]
    [InlineData(ProposalDetail.Lines)]
    public void The_printed_parts_add_up_to_the_printed_totals(ProposalDetail detail) => Prices.Sample(prices =>
    {
        var (content, option) = Priced(prices.Currency, prices.Lines);
        var rows = PriceRows.Of(content with { Detail = detail }, option);

        // Rows that add to the sum, the line for rounding among them, give net; net and the taxes give gross.
        var parts = rows.Where(row => row.Amount != 0).Sum(row => row.Amount);
        Assert.Equal(option.Net, parts);
        Assert.All(rows.Where(row => row.Amount != 0), row => Assert.Equal(row.Amount, Read(row)));
        var taxes = content.VatLines(option).Count;
        var (net, vat, gross) = (Read(rows[^(taxes + 2)]), rows.Skip(rows.Count - taxes - 1).Take(taxes).Sum(Read), Read(rows[^1]));
        Assert.Equal((option.Net, option.Vat, option.Gross), (net, vat, gross));
        Assert.Equal(net + vat, gross);
    }, iter: 300);

    [Fact]
    public void The_subtotals_of_phases_and_groups_are_the_sums_of_their_lines() => Prices.Sample(prices =>
    {
        var (content, option) = Priced(prices.Currency, prices.Lines);
        var rows = PriceRows.Of(content, option);
        var sum = 0m;
        foreach (var row in rows.TakeWhile(row => !row.IsTotal))
        {
            if (row.Weight == Weight.SemiBold && row.Cells[1].StartsWith("Summe ", StringComparison.Ordinal) && row.Cells[1] != "Summe eigene Leistung")
                Assert.Equal(sum, Read(row));
            // A group's title starts a sum of its own; a group of one line has none.
            sum = row.Cells[5].Length == 0 ? 0 : sum + row.Amount;
        }
    }, iter: 300);

    [Theory]
    [InlineData("140", "140,00")]
    [InlineData("139.9965", null)]
    public void A_price_of_a_unit_that_follows_from_a_sum_has_two_decimals_or_is_left_out(string price, string? printed)
    {
        var each = new Money(decimal.Parse(price, CultureInfo.InvariantCulture));
        var line = new PriceLine(PriceGroup.ThirdParty, PriceKind.ThirdParty, "Studio", 20, each, each * 20);
        var euros = Currency.Of("EUR");

        var shown = PriceGroups.UnitPrice(line, euros);

        Assert.Equal(printed, shown is { } money ? new Formats(DocumentLanguage.De, euros).UnitPrice(money) : null);
    }

    [Fact]
    public void The_instalments_add_up_to_the_three_sums()
    {
        foreach (var option in AgreedProposal.German.Proposal.Options)
        {
            Assert.Equal(option.Net, option.Instalments.Sum(one => one.Net));
            Assert.Equal(option.Gross, option.Instalments.Sum(one => one.Gross));
        }
    }

    private static decimal Read(TableRow row) => decimal.Parse(row.Cells[5].Replace('\u2212', '-'), NumberStyles.Number, German);

    private static (ProposalContent Content, FeeOption Option) Priced(string code, PriceLine[] lines)
    {
        var proposal = SampleProposal.In(code, lines);
        var (currency, option) = (proposal.Currency, proposal.Options[0]);
        var reduced = lines.Where(line => line.VatRate is not null).Sum(line => line.Amount.ToMinorUnit(currency));
        VatLine[] taxes = [new(0.19m, option.Net - reduced, Tax.ToMinorUnit(0.19m, option.Net - reduced, currency)), new(0.07m, reduced, Tax.ToMinorUnit(0.07m, reduced, currency))];
        option = option with { VatLines = taxes, Vat = taxes.Sum(tax => tax.Vat), Gross = option.Net + taxes.Sum(tax => tax.Vat) };
        var content = new ProposalContent(
            proposal with { Options = [option] }, SampleProposal.Identity, DocumentTexts.Of(DocumentLanguage.De), new Formats(DocumentLanguage.De, currency), Brand.Of(null), PageNumbers.Unknown);
        return (content, option);
    }
}
