using System.Text;
using Pricing.Application.Contract;
using Pricing.Model.Engagements;

namespace Pricing.Application.Tests.Contract;

public sealed class ReferenceTests
{
    private const string Entry = "/assets/0/generations/0";

    private static readonly string[] RateCardByCode = ["""/rateCard = {"code":"standard","discount":0.05,"realisation":0.93}"""];

    private static readonly string[] PriceByCode =
        [$"remove {Entry}/unit", $"remove {Entry}/unitPrice", $"remove {Entry}/currency", $"{Entry}/priceBookEntry = \"video\""];

    [Fact]
    public void A_document_that_spells_everything_out_is_read_as_without_a_book()
    {
        var reading = Document.A.Read(new Book());

        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Provenance);
    }

    [Fact]
    public void A_rate_card_stands_for_its_roles()
    {
        var reading = Document.A.With(RateCardByCode).Read(new Book());

        Assert.Empty(reading.Faults);
        Assert.Equal(Document.A.Read().Engagement!.RateCard.Roles, reading.Engagement!.RateCard.Roles);
        Assert.Equal(0.05m, reading.Engagement.RateCard.Discount);
        Assert.Equal("Standard card, version 3", reading.Provenance["/rateCard/roles"]);
    }

    [Fact]
    public void A_price_book_entry_stands_for_unit_price_and_currency()
    {
        var reading = Document.A.With(PriceByCode).Read(new Book());

        Assert.Empty(reading.Faults);
        var generation = reading.Engagement!.Assets[0].Generations[0];
        Assert.Equal(("second", 0.12m, "USD"), (generation.Unit, generation.UnitPrice, generation.Currency));
        Assert.Equal("Price list of 15 January 2026", reading.Provenance["/assets/0/generations/0/unitPrice"]);
    }

    [Fact]
    public void Stored_profiles_follow_those_sent_in_the_order_of_their_use()
    {
        var reading = Document.A.With("remove /effortProfiles/3", "/workPackages/0/effortProfile = \"stored\"").Read(new Book());

        Assert.Empty(reading.Faults);
        Assert.Equal(["strategy", "ideation", "classic", "stored", "ai"], reading.Engagement!.EffortProfiles.Select(profile => profile.Code));
        Assert.Equal("Profile stored", reading.Provenance["/effortProfiles/3"]);
        Assert.Equal("Profile ai", reading.Provenance["/effortProfiles/4"]);
    }

    [Theory]
    [InlineData("remove /effortProfiles")]
    [InlineData("/effortProfiles = []")]
    public void A_document_may_send_no_profiles_where_stored_ones_do(string change)
    {
        var document = Document.A.With(change, "/workPackages/0/effortProfile = \"ai\"", "/workPackages/1/effortProfile = \"ai\"", "/workPackages/3/effortProfile = \"stored\"", "/assets/2/effortProfile = \"ai\"");

        var reading = document.Read(new Book());

        Assert.Empty(reading.Faults);
        Assert.Equal(["ai", "stored"], reading.Engagement!.EffortProfiles.Select(profile => profile.Code));
    }

    [Fact]
    public void What_was_resolved_is_a_document_that_spells_everything_out()
    {
        var reading = Document.A.With([.. RateCardByCode, .. PriceByCode, "remove /effortProfiles/3"]).Read(new Book());

        Assert.Empty(EngagementReader.Read(EngagementWriter.Write(reading.Engagement!)).Faults);
    }

    [Theory]
    [InlineData("/rateCard/code = \"standard\"", "/rateCard/roles")]
    [InlineData("/rateCard = {\"code\":\"none\",\"discount\":0,\"realisation\":1}", "/rateCard/code")]
    [InlineData("/rateCard = {\"code\":\"dollars\",\"discount\":0,\"realisation\":1}", "/rateCard/code")]
    [InlineData("/rateCard = {\"code\":7,\"discount\":0,\"realisation\":1}", "/rateCard/code")]
    [InlineData("/rateCard = {\"discount\":0,\"realisation\":1}", "/rateCard/roles")]
    [InlineData("/workPackages/0/effortProfile = \"none\"", "/workPackages/0/effortProfile")]
    [InlineData("/assets/0/generations/0/priceBookEntry = \"video\"", "/assets/0/generations/0/unit /assets/0/generations/0/unitPrice /assets/0/generations/0/currency")]
    [InlineData("/assets/0/generations/0 = {\"model\":\"x\",\"acceptedPerAsset\":1,\"sizePerAttempt\":1,\"acceptanceProbability\":1,\"priceBookEntry\":\"none\"}", "/assets/0/generations/0/priceBookEntry")]
    [InlineData("/assets/0/generations/0 = {\"model\":\"x\",\"acceptedPerAsset\":1,\"sizePerAttempt\":1,\"acceptanceProbability\":1,\"priceBookEntry\":\"seat\"}", "/assets/0/generations/0/priceBookEntry")]
    [InlineData("/assets/0/generations/0 = {\"model\":\"x\",\"acceptedPerAsset\":1,\"sizePerAttempt\":1,\"acceptanceProbability\":1,\"priceBookEntry\":\"pounds\"}", "/assets/0/generations/0/priceBookEntry")]
    public void A_reference_that_does_not_fit_is_refused(string change, string pointers)
    {
        var reading = Document.A.With(change).Read(new Book());

        Assert.Equal(pointers.Split(' ').Order(StringComparer.Ordinal), reading.Faults.Select(fault => fault.Pointer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Profiles_are_missing_where_no_work_names_one()
    {
        var reading = Document.A.With("remove /effortProfiles", "remove /workPackages", "remove /assets").Read(new Book());

        Assert.Equal("/effortProfiles", Assert.Single(reading.Faults).Pointer);
    }

    [Fact]
    public void The_book_may_say_why_there_is_no_such_thing()
    {
        var reading = Document.A.With([.. PriceByCode[..^1], $"{Entry}/priceBookEntry = \"old\""]).Read(new Book());

        Assert.Equal("The price of old ended on 31 December 2025.", Assert.Single(reading.Faults).Detail);
    }

    [Fact]
    public void Refusals_name_currencies_and_units()
    {
        string Detail(string change) => Assert.Single(Document.A.With(change).Read(new Book()).Faults).Detail;
        string Generation(string entry) => $$"""{{Entry}} = {"model":"x","acceptedPerAsset":1,"sizePerAttempt":1,"acceptanceProbability":1,"priceBookEntry":"{{entry}}"}""";

        Assert.Contains("needs an exchange rate for GBP", Detail(Generation("pounds")), StringComparison.Ordinal);
        Assert.Contains("priced per month", Detail(Generation("seat")), StringComparison.Ordinal);
        Assert.Contains("is in USD; the engagement is in EUR", Detail("""/rateCard = {"code":"dollars","discount":0,"realisation":1}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"workPackage":{"name":"n","phase":"ideation","effortProfile":"any","hours":{"ANY":1}}}""", "")]
    [InlineData("""{"asset":{"name":"n","phase":"production","quantity":1,"effortProfile":"any","generations":[{"model":"m","acceptedPerAsset":1,"sizePerAttempt":1,"acceptanceProbability":1,"priceBookEntry":"any"}]}}""", "")]
    [InlineData("""{"asset":{"name":"n","phase":"production","quantity":1,"effortProfile":"any","costsPerAsset":[{"name":"n","kind":"ai","amount":1,"currency":"GBP"}]}}""", "")]
    [InlineData("""{"workPackage":{"name":"n","phase":"idea","effortProfile":"any","hours":{"ANY":-1},"x":1}}""", "/workPackage/phase /workPackage/hours/ANY /workPackage/x")]
    [InlineData("""{"asset":{"name":"n","phase":"production","quantity":-1,"effortProfile":"any","costsPerAsset":[{"name":"n","kind":"ai","amount":1,"currency":"gbp"}]}}""", "/asset/quantity /asset/costsPerAsset/0/currency")]
    [InlineData("{}", "/workPackage")]
    [InlineData("""{"asset":{"name":"n","phase":"production","quantity":1,"effortProfile":"any"},"workPackage":{"name":"n","phase":"ideation","effortProfile":"any","hours":{}}}""", "/asset")]
    public void A_deliverable_is_checked_by_itself(string document, string pointers)
    {
        var reading = EngagementReader.ReadDeliverable(Encoding.UTF8.GetBytes(document));

        Assert.Equal(
            pointers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            reading.Faults.Select(fault => fault.Pointer).Order(StringComparer.Ordinal));
        Assert.Equal(pointers.Length == 0, reading.IsSound);
    }

    [Fact]
    public void A_deliverable_says_what_it_is()
    {
        var reading = EngagementReader.ReadDeliverable("""{"workPackage":{"name":"Naming","phase":"ideation","effortProfile":"any","hours":{}}}"""u8.ToArray());

        Assert.Equal(new(DeliverableKind.WorkPackage, "Naming", Pricing.Model.Fees.Phase.Ideation), reading.Deliverable);
    }

    private sealed class Book : IReferenceBook
    {
        public Lookup<RateCardVersion> RateCard(string code) => code switch
        {
            "standard" => new(new("EUR", Document.A.Read().Engagement!.RateCard.Roles, "Standard card, version 3")),
            "dollars" => new(new("USD", Document.A.Read().Engagement!.RateCard.Roles, "Dollar card, version 1")),
            _ => default,
        };

        public Lookup<StoredProfile> Profile(string code) => code is "stored" or "ai"
            ? new(new(new EffortProfile(code, 1, 1, 1.5m), $"Profile {code}"))
            : default;

        public Lookup<PriceEntry> Price(string code) => code switch
        {
            "video" => new(new("video-generation", "second", 0.12m, "USD", "Price list of 15 January 2026")),
            "seat" => new(new("editor", "month", 20, "EUR", "Price list of 15 January 2026")),
            "pounds" => new(new("voice", "minute", 1, "GBP", "Price list of 15 January 2026")),
            "old" => new(null, "The price of old ended on 31 December 2025."),
            _ => default,
        };
    }
}
