using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Pricing.Application.Errors;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Seeding;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Tests.Features.Crm;

public sealed class CrmMappingTests
{
    private static readonly Guid Id = new("0199a1b2-0000-7000-8000-000000000001");
    private static readonly SeedFiles Files = new(Desk.SeedFolder);
    private static readonly CrmSettings Settings = new()
    {
        Pipeline = "default",
        Stages = Enum.GetValues<EngagementStage>().ToDictionary(stage => JsonNamingPolicy.CamelCase.ConvertName(stage.ToString()), stage => $"stage {stage}"),
        CurrencyIds = new Dictionary<string, string> { ["EUR"] = "01u000000000001AAA", ["JPY"] = "01u000000000002AAA", ["KWD"] = "01u000000000003AAA" },
        SeveralCurrencies = true,
    };

    private static readonly Gen<OfferView> AnyOffer =
        from code in Gen.Int[0, 2].Select(i => new[] { "EUR", "JPY", "KWD" }[i])
        from units in Gen.Long[1, 1_000_000_000].Array[1, 130]
        from discountShare in Gen.Int[0, 100]
        from rounding in Gen.Int[-3, 3]
        select Offer(code, [.. Lines(code, units, discountShare)], rounding);

    public static TheoryData<CrmKind> Kinds => [.. Enum.GetValues<CrmKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    internal void No_cent_moves_between_an_offer_and_what_is_sent(CrmKind kind) => AnyOffer.Sample(offer =>
    {
        var mapping = Files.MappingOf(kind);
        CrmDeal deal;
        try
        {
            deal = CrmDeal.Of(offer, new(2026, 12, 31), mapping);
        }
        catch (UnprocessableException refusal) when (refusal.Code == "crm-amount")
        {
            return offer.Currency == "KWD" && kind == CrmKind.Salesforce && Amounts(offer).Any(amount => amount % 0.01m != 0);
        }

        var (total, prices) = Sent(kind, mapping, deal);
        return total == offer.Options.Single(option => option.Recommended).Net && prices.Sum() == total
            && (mapping.TakesNegativeLines || prices.All(price => price >= 0));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    internal void Where_lines_may_be_negative_each_is_sent_as_it_was_offered(CrmKind kind)
    {
        var offer = Offer("EUR", [new(PriceGroup.Service, null, 100.01m), new(PriceGroup.ThirdParty, "Studio", 50.02m), new(PriceGroup.Discount, "First order", -10m)], 1);

        var lines = CrmDeal.Of(offer, new(2026, 12, 31), Files.MappingOf(kind)).Lines;

        Assert.Equal(
            kind == CrmKind.Hubspot ? [("Agency services", 93.34m), ("Studio", 46.69m), ("Rounding", 0.01m)] : [("Agency services", 100.01m), ("Studio", 50.02m), ("First order", -10m), ("Rounding", 0.01m)],
            lines.Select(line => (line.Name, line.Amount)));
        Assert.Equal([$"{Id}-001", $"{Id}-002"], lines.Take(2).Select(line => line.Key));
    }

    [Fact]
    public void An_amount_that_Salesforce_would_round_is_refused_and_a_round_one_is_sent()
    {
        var mapping = Files.MappingOf(CrmKind.Salesforce);

        var refusal = Assert.Throws<UnprocessableException>(() => CrmDeal.Of(Offer("KWD", [new(PriceGroup.Service, null, 10.125m)], 0), new(2026, 12, 31), mapping));

        Assert.Equal("crm-amount", refusal.Code);
        Assert.Equal("Salesforce holds 2 decimals, and 10.125 KWD has more; nothing is sent, so that none is rounded away.", refusal.Message);
        Assert.Equal(10.12m, CrmDeal.Of(Offer("KWD", [new(PriceGroup.Service, null, 10.12m)], 0), new(2026, 12, 31), mapping).Amount);
    }

    [Fact]
    public void HubSpot_gets_texts_at_the_scale_of_the_currency()
    {
        var mapping = Files.MappingOf(CrmKind.Hubspot);
        string Amount(string code, decimal net) =>
            (string)HubSpotRequests.Deal(mapping, CrmDeal.Of(Offer(code, [new(PriceGroup.Service, null, net)], 0), new(2026, 12, 31), mapping), Settings).Body!["inputs"]![0]!["properties"]!["amount"]!;

        Assert.Equal(["12000.50", "1200", "12.500"], new[] { Amount("EUR", 12000.5m), Amount("JPY", 1200m), Amount("KWD", 12.5m) });
    }

    [Fact]
    public void The_calls_of_HubSpot_are_these()
    {
        var mapping = Files.MappingOf(CrmKind.Hubspot);
        var deal = CrmDeal.Of(Offer("EUR", [new(PriceGroup.Service, null, 12000m)], 0), new(2026, 12, 31), mapping);

        Same(
            $$$"""{"inputs":[{"idProperty":"pricing_engagement_id","id":"{{{Id}}}","objectWriteTraceId":"{{{Id}}}","properties":{"dealname":"Campaign","amount":"12000.00","deal_currency_code":"EUR","closedate":"2026-12-31T12:00:00Z","pricing_option":"Fixed price","dealstage":"stage Won","pipeline":"default"}}]}""",
            HubSpotRequests.Deal(mapping, deal, Settings));
        Same(
            $$$"""{"inputs":[{"idProperty":"pricing_phase_id","id":"{{{Id}}}-001","objectWriteTraceId":"{{{Id}}}-001","properties":{"name":"Agency services","quantity":"1","price":"12000.00","hs_position_on_quote":"1"}}]}""",
            HubSpotRequests.Lines(mapping, deal).Single());
    }

    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("America/Phoenix")]
    [InlineData("Europe/Berlin")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Pacific/Kiritimati")]
    public void A_close_date_is_that_day_in_the_portal_s_zone(string zone)
    {
        var mapping = Files.MappingOf(CrmKind.Hubspot);
        foreach (var day in new[] { new DateOnly(2026, 7, 1), new DateOnly(2026, 12, 31) })
        {
            var deal = CrmDeal.Of(Offer("EUR", [new(PriceGroup.Service, null, 12000m)], 0), day, mapping);
            var sent = (string)HubSpotRequests.Deal(mapping, deal, Settings with { TimeZone = zone }).Body!["inputs"]![0]!["properties"]!["closedate"]!;

            var seen = TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(sent, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone));

            Assert.Equal(day, DateOnly.FromDateTime(seen.DateTime));
        }
    }

    [Fact]
    public void The_calls_of_Salesforce_are_these_and_a_known_line_keeps_what_it_belongs_to()
    {
        var mapping = Files.MappingOf(CrmKind.Salesforce);
        var deal = CrmDeal.Of(Offer("EUR", [new(PriceGroup.Service, null, 12000m)], 0), new(2026, 12, 31), mapping);
        var isNew = new HashSet<string>();

        Same("""{"Name":"Campaign","StageName":"stage Won","CloseDate":"2026-12-31","Amount":12000,"Pricing_Option__c":"Fixed price","CurrencyIsoCode":"EUR"}""", SalesforceRequests.Deal(mapping, deal, Settings));
        Same(
            $$$"""{"allOrNone":true,"records":[{"attributes":{"type":"OpportunityLineItem"},"Pricing_Line_Id__c":"{{{Id}}}-001","Description":"Agency services","Quantity":1,"UnitPrice":12000,"SortOrder":1,"Opportunity":{"Pricing_Id__c":"{{{Id}}}"},"PricebookEntryId":"01u000000000001AAA"}]}""",
            SalesforceRequests.Lines(mapping, deal, Settings, isNew).Single());
        var known = SalesforceRequests.Lines(mapping, deal, Settings, new HashSet<string> { deal.Lines[0].Key }).Single().Body!["records"]![0]!;
        Assert.Null(known["PricebookEntryId"]);
        Assert.Null(known["Opportunity"]);
    }

    [Fact]
    public void Salesforce_with_one_currency_takes_no_other_as_its_own()
    {
        var mapping = Files.MappingOf(CrmKind.Salesforce);
        var deal = CrmDeal.Of(Offer("JPY", [new(PriceGroup.Service, null, 12000m)], 0), new(2026, 12, 31), mapping);

        Assert.Equal("crm-settings", Assert.Throws<UnprocessableException>(() => SalesforceRequests.Deal(mapping, deal, Settings with { SeveralCurrencies = false, OwnCurrency = "EUR" })).Code);
    }

    [Fact]
    public void The_calls_of_Dynamics_are_these()
    {
        var mapping = Files.MappingOf(CrmKind.Dynamics);
        var deal = CrmDeal.Of(Offer("EUR", [new(PriceGroup.Service, null, 12000m)], 0), new(2026, 12, 31), mapping);

        Same(
            """{"name":"Campaign","estimatedvalue":12000,"isrevenuesystemcalculated":false,"transactioncurrencyid@odata.bind":"/transactioncurrencies(01u000000000001AAA)","estimatedclosedate":"2026-12-31","pricing_option":"Fixed price","stepname":"stage Won"}""",
            DynamicsRequests.Deal(mapping, deal, Settings));
        Same(
            $$$"""{"productdescription":"Agency services","isproductoverridden":true,"quantity":1,"priceperunit":12000,"lineitemnumber":1,"opportunityid@odata.bind":"/opportunities(pricing_engagementid='{{{Id}}}')"}""",
            DynamicsRequests.Lines(mapping, deal).Single());
    }

    [Fact]
    public void A_name_is_cut_where_the_CRM_cuts_it_and_never_within_a_letter()
    {
        var mapping = Files.MappingOf(CrmKind.Salesforce);

        Assert.Equal(new string('x', 119) + "…", mapping.Fit(CrmMember.DealName, new string('x', 200)));
        Assert.Equal(new string('x', 118) + "…", mapping.Fit(CrmMember.DealName, new string('x', 118) + "😀😀"));
    }

    [Fact]
    public void A_mapping_that_lacks_a_member_or_names_one_twice_is_refused()
    {
        var mapping = Files.MappingOf(CrmKind.Hubspot);

        Assert.Throws<InvalidDataException>(() => (mapping with { Fields = [.. mapping.Fields.Skip(1)] }).Checked());
        Assert.Throws<InvalidDataException>(() => (mapping with { Fields = [.. mapping.Fields, mapping.Fields[0]] }).Checked());
    }

    private static void Same(string expected, CrmRequest request) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(request.Body!.ToJsonString())), request.Body!.ToJsonString());

    private static IEnumerable<decimal> Amounts(OfferView offer) => offer.Lines.Select(line => line.Amount).Append(offer.Options.Single(option => option.Recommended).Net);

    private static (decimal Total, IReadOnlyList<decimal> Prices) Sent(CrmKind kind, CrmMapping mapping, CrmDeal deal)
    {
        // Read back from the text that goes over the wire.
        JsonNode Wire(CrmRequest request) => JsonNode.Parse(request.Body!.ToJsonString())!;
        return kind switch
        {
            CrmKind.Hubspot => (
                Text(Wire(HubSpotRequests.Deal(mapping, deal, Settings))["inputs"]![0]!["properties"]!["amount"]!),
                [.. HubSpotRequests.Lines(mapping, deal).SelectMany(request => Wire(request)["inputs"]!.AsArray()).Select(input => Text(input!["properties"]!["price"]!))]),
            CrmKind.Salesforce => (
                (decimal)Wire(SalesforceRequests.Deal(mapping, deal, Settings))["Amount"]!,
                [.. SalesforceRequests.Lines(mapping, deal, Settings, new HashSet<string>()).SelectMany(request => Wire(request)["records"]!.AsArray()).Select(row => (decimal)row!["UnitPrice"]!)]),
            _ => (
                (decimal)Wire(DynamicsRequests.Deal(mapping, deal, Settings))["estimatedvalue"]!,
                [.. DynamicsRequests.Lines(mapping, deal).Select(request => (decimal)Wire(request)["priceperunit"]!)]),
        };
    }

    private static decimal Text(JsonNode text) => decimal.Parse((string)text!, CultureInfo.InvariantCulture);

    private static OfferView Offer(string code, OfferLine[] lines, int rounding)
    {
        var unit = Currency.Of(code).MinorUnit;
        var net = Math.Max(0, lines.Sum(line => line.Amount) + (rounding * unit));
        return new(Id, "Campaign", null, EngagementStage.Won, code, 0.19m, [new("A", "Fixed price", true, net, 0, net, net, net)], lines);
    }

    private static IEnumerable<OfferLine> Lines(string code, long[] units, int discountShare)
    {
        var unit = Currency.Of(code).MinorUnit;
        foreach (var one in units)
            yield return new(PriceGroup.Service, "Line", one * unit);
        yield return new(PriceGroup.Discount, null, -(units.Sum() * discountShare / 100) * unit);
    }
}
