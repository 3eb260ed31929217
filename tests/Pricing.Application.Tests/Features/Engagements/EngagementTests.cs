using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Deliverables;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Seeding;
using DeliverableKind = Pricing.Application.Features.Deliverables.DeliverableKind;

namespace Pricing.Application.Tests.Features.Engagements;

public sealed class EngagementTests
{
    private static readonly Guid Automotive = Desk.Seeded("automotive-image-campaign");

    [Fact]
    public async Task A_copy_has_no_dates_and_remembers_where_it_comes_from()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Renaming(Automotive, "Zweite Fassung"));

        var copy = await desk.Send(new CopyEngagement { Id = Automotive, Name = "Kopie" });

        var work = Desk.DocumentOf(copy)["workPackages"]!.AsArray().Concat(Desk.DocumentOf(copy)["assets"]!.AsArray());
        Assert.DoesNotContain(work, entry => entry!.AsObject().ContainsKey("start") || entry.AsObject().ContainsKey("end"));
        Assert.Equal((Automotive, 2), (copy.CopiedFrom, copy.CopiedFromVersion));
        Assert.Equal(("Kopie", 1), (copy.Name, copy.Version));
    }

    [Fact]
    public async Task A_copy_is_a_fresh_lead_for_the_client_that_is_named()
    {
        await using var desk = await Desk.Open();
        var client = SeedIds.Of("client", "home-insurer");

        var copy = await desk.Send(new CopyEngagement { Id = Automotive, ClientId = client });

        Assert.Equal((EngagementStage.Lead, client, false), (copy.Stage, copy.ClientId, copy.IsTemplate));
        Assert.Null(copy.InternalNotes);
        Assert.Equal("Musterhaus Versicherung AG", (string?)Desk.DocumentOf(copy)["client"]);
    }

    [Fact]
    public async Task A_copy_keeps_the_offer_where_it_still_may_go_to_the_client()
    {
        await using var desk = await Desk.Open();
        var source = await desk.Send(new GetEngagement(Automotive));

        var copy = await desk.Send(new CopyEngagement { Id = Automotive });

        Assert.Equal(source.Offer!.Structures, copy.Offer!.Structures);
        Assert.Equal(source.Offer.Recommended, copy.Offer.Recommended);
    }

    [Fact]
    public async Task A_copy_at_prices_that_close_the_offer_has_the_suggested_one()
    {
        await using var desk = await Desk.Open();
        var price = (await desk.Send(new ListPrices("flux.2-pro", null, null, null, null))).Items[0];
        await desk.Send(new AddPrice
        {
            Code = price.Code,
            Vendor = price.Vendor,
            Model = price.Model,
            Modality = price.Modality,
            Unit = price.Unit,
            Price = 1_000,
            Currency = price.Currency,
            ValidFrom = new(2027, 1, 1),
            Source = price.Source,
            RetrievedOn = price.RetrievedOn,
        });

        var copy = await desk.Send(new CopyEngagement { Id = Desk.Seeded("user-generated-content"), PricingDate = new(2027, 1, 1) });

        Assert.Null(copy.Offer);
    }

    [Fact]
    public async Task A_template_is_listed_among_templates_and_a_copy_of_it_is_none()
    {
        await using var desk = await Desk.Open();
        var template = Assert.Single((await desk.Send(List(templates: true))).Items);

        var copy = await desk.Send(new CopyEngagement { Id = template.Id });

        Assert.False(copy.IsTemplate);
        Assert.Equal([template.Id], (await desk.Send(List(templates: true))).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task A_deliverable_of_the_library_is_copied_as_often_as_it_is_added()
    {
        await using var desk = await Desk.Open();
        var deliverable = SeedIds.Of("deliverable", "kick-off-workshop");

        await desk.Send(new AddDeliverable { Id = Automotive, DeliverableId = deliverable });
        var engagement = await desk.Send(new AddDeliverable { Id = Automotive, DeliverableId = deliverable, ReadVersion = 2 });

        var names = Desk.DocumentOf(engagement)["workPackages"]!.AsArray().Select(entry => (string?)entry!["name"]);
        Assert.Equal(2, names.Count(name => name == "Kick-off workshop"));
        Assert.Equal(3, engagement.Version);
    }

    [Fact]
    public async Task An_asset_of_the_library_comes_in_the_number_that_is_asked_for()
    {
        await using var desk = await Desk.Open();
        var asset = (await desk.Send(new ListDeliverables(null, DeliverableKind.Asset, null, false, null, null))).Items[0];

        var engagement = await desk.Send(new AddDeliverable { Id = Automotive, DeliverableId = asset.Id, Quantity = 12 });

        Assert.Equal(12m, Desk.DocumentOf(engagement)["assets"]!.AsArray()[^1]!["quantity"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task A_work_package_of_the_library_takes_no_number()
    {
        await using var desk = await Desk.Open();

        var faults = await desk.Refused(new AddDeliverable { Id = Automotive, DeliverableId = SeedIds.Of("deliverable", "kick-off-workshop"), Quantity = 2 });

        Assert.Equal(["/quantity"], faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task A_deliverable_that_nobody_knows_is_refused()
    {
        await using var desk = await Desk.Open();

        var faults = await desk.Refused(new AddDeliverable { Id = Automotive, DeliverableId = Guid.Empty });

        Assert.Equal(["/deliverableId"], faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task Members_of_a_document_are_replaced_added_and_removed_in_order()
    {
        await using var desk = await Desk.Open();
        var packages = Desk.DocumentOf(await desk.Send(new GetEngagement(Automotive)))["workPackages"]!.AsArray().Count;

        var engagement = await desk.Send(new ChangeDocument
        {
            Id = Automotive,
            Changes =
            [
                Change(ChangeKind.Replace, "/agency/vatRate", "0.2"),
                Change(ChangeKind.Add, "/workPackages/-", """{"name":"Neu","phase":"strategy","effortProfile":"strategy","hours":{"AM":1}}"""),
                Change(ChangeKind.Remove, "/workPackages/0", null),
                Change(ChangeKind.Add, "/workPackages/0", """{"name":"Vorn","phase":"strategy","effortProfile":"strategy","hours":{"AM":2}}"""),
            ],
        });

        var document = Desk.DocumentOf(engagement);
        Assert.Equal(0.2m, document["agency"]!["vatRate"]!.GetValue<decimal>());
        Assert.Equal(packages + 1, document["workPackages"]!.AsArray().Count);
        Assert.Equal("Vorn", (string?)document["workPackages"]![0]!["name"]);
        Assert.Equal("Neu", (string?)document["workPackages"]![packages]!["name"]);
    }

    [Theory]
    [InlineData("/agency/vatRate", "19", "/document/agency/vatRate")]
    [InlineData("/nowhere/at/all", "1", "/changes/1/path")]
    [InlineData("/workPackages/99", "{}", "/changes/1/path")]
    [InlineData("/workPackages/-", "{}", "/changes/1/path")]
    [InlineData("/name/x", "1", "/changes/1/path")]
    public async Task Of_changes_with_one_at_fault_none_takes_effect(string path, string value, string pointer)
    {
        await using var desk = await Desk.Open();
        var before = await desk.Send(new GetEngagement(Automotive));

        var faults = await desk.Refused(new ChangeDocument
        {
            Id = Automotive,
            Changes = [Change(ChangeKind.Replace, "/name", "\"Anders\""), Change(ChangeKind.Replace, path, value)],
        });

        var after = await desk.Send(new GetEngagement(Automotive));
        Assert.Equal([pointer], faults.Select(fault => fault.Pointer));
        Assert.Equal((before.Version, before.Name), (after.Version, after.Name));
        Assert.Equal(before.Document.Utf8.ToArray(), after.Document.Utf8.ToArray());
    }

    [Fact]
    public async Task A_change_leaves_letters_as_they_were_sent()
    {
        await using var desk = await Desk.Open();

        var engagement = await desk.Send(Renaming(Automotive, "Größe für Bäume – 東京"));

        var text = System.Text.Encoding.UTF8.GetString(engagement.Document.Utf8.Span);
        Assert.Contains("\"Größe für Bäume – 東京\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_closes_the_stored_offer_says_where_the_offer_is_changed()
    {
        await using var desk = await Desk.Open();
        var first = Desk.DocumentOf(await desk.Send(new GetEngagement(Automotive)))["feeStructures"]![0]!.ToJsonString();

        var faults = await desk.Refused(new ChangeDocument { Id = Automotive, Changes = [Change(ChangeKind.Replace, "/feeStructures", $"[{first}]")] });

        Assert.All(faults, fault => Assert.StartsWith("/offer/structures/", fault.Pointer, StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Detail.Contains("PUT /api/v1/engagements/{id}/desk", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new[] { 2 }, 2, "/offer/structures/0")]
    [InlineData(new[] { 1, 99 }, 1, "/offer/structures/1")]
    [InlineData(new[] { 1, -1 }, 1, "/offer/structures/1")]
    [InlineData(new[] { 1, 1 }, 1, "/offer/structures")]
    [InlineData(new[] { 0, 1, 3, 4 }, 1, "/offer/structures")]
    [InlineData(new[] { 1, 3 }, 4, "/offer/recommended")]
    [InlineData(new int[0], 0, "/offer/recommended", "/offer/structures")]
    public async Task An_offer_of_what_may_not_go_to_the_client_is_refused(int[] structures, int recommended, params string[] pointers)
    {
        await using var desk = await Desk.Open();
        var demo = await desk.Send(new GetEngagement(SeedIds.Demo));

        var faults = await desk.Refused(new CreateEngagement { Document = demo.Document, Offer = new() { Structures = structures, Recommended = recommended } });

        Assert.Equal(pointers, faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task The_headline_fee_is_that_of_the_recommended_structure()
    {
        await using var desk = await Desk.Open();

        var demo = await desk.Send(new GetEngagement(SeedIds.Demo));

        var fee = Desk.Parsed(await desk.Send(new CompareEngagement(SeedIds.Demo)))["structures"]![demo.Offer!.Recommended]!["expectedFee"]!.GetValue<decimal>();
        Assert.Equal(fee, demo.HeadlineFee);
    }

    [Fact]
    public async Task An_archived_engagement_leaves_the_lists_and_stays_readable()
    {
        await using var desk = await Desk.Open();

        await desk.Send(new ArchiveEngagement(Automotive, 1));

        Assert.DoesNotContain(Automotive, (await desk.Send(List())).Items.Select(item => item.Id));
        Assert.Equal([Automotive], (await desk.Send(List(archived: true))).Items.Select(item => item.Id));
        Assert.True((await desk.Send(new GetEngagement(Automotive))).IsArchived);
    }

    [Theory]
    [InlineData("ÜBERGRÖSSE")]
    [InlineData("übergröße")]
    [InlineData("Größe für")]
    [InlineData("müsterfunk")]
    public async Task Engagements_are_found_by_name_and_client_in_any_case(string search)
    {
        await using var desk = await Desk.Open();
        var document = Desk.DocumentOf(await desk.Send(new GetEngagement(Automotive)));
        document["name"] = search.Contains("SS", StringComparison.Ordinal) ? "Übergrösse für MÜSTERFUNK" : "ÜBERGRÖßE FÜR MÜSTERFUNK";
        var engagement = await desk.Send(new CreateEngagement { Document = Desk.Raw(document) });

        var found = await desk.Send(List(search: search));

        Assert.Equal([engagement.Id], found.Items.Select(item => item.Id));
    }

    [Fact]
    public async Task Signs_that_databases_read_as_patterns_are_searched_as_they_are()
    {
        await using var desk = await Desk.Open();

        var found = await desk.Send(List(search: "%"));

        Assert.Empty(found.Items);
    }

    [Fact]
    public async Task No_row_is_lost_or_doubled_while_others_come_in()
    {
        await using var desk = await Desk.Open();
        var before = (await desk.Send(List())).Items.Select(item => item.Id).ToList();
        var document = (await desk.Send(new GetEngagement(Desk.Seeded("twenty-hours-become-five")))).Document;

        var read = new List<Guid>();
        string? after = null;
        do
        {
            var page = await desk.Send(List(limit: 2, after: after));
            read.AddRange(page.Items.Select(item => item.Id));
            after = page.Next;
            if (read.Count < 10)
                await desk.Send(new CreateEngagement { Document = document });
        }
        while (after is not null);

        Assert.Equal(read.Count, read.Distinct().Count());
        Assert.Empty(before.Except(read));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-5)]
    public async Task A_page_holds_between_one_and_a_hundred_rows(int limit)
    {
        await using var desk = await Desk.Open();

        var faults = await desk.Refused(List(limit: limit));

        Assert.Equal(["/limit"], faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task A_change_of_an_older_version_is_refused_and_told_the_current_one()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Renaming(Automotive, "Zweite Fassung"));

        var stale = await Assert.ThrowsAsync<StaleVersionException>(() => desk.Send(new ArchiveEngagement(Automotive, 1)));

        Assert.Equal(2, stale.CurrentVersion);
        Assert.False((await desk.Send(new GetEngagement(Automotive))).IsArchived);
    }

    [Fact]
    public async Task A_revision_replaces_what_was_said_before()
    {
        await using var desk = await Desk.Open();
        var old = await desk.Send(new GetEngagement(Automotive));

        var revised = await desk.Send(new ReviseEngagement { Id = Automotive, ReadVersion = 1, Document = old.Document, Stage = EngagementStage.Lost, LossReason = "Preis" });

        Assert.Equal((EngagementStage.Lost, "Preis", null, null), (revised.Stage, revised.LossReason, revised.Offer, revised.ClientId));
        Assert.Equal((2, old.PricingDate), (revised.Version, revised.PricingDate));
    }

    [Fact]
    public async Task What_the_desk_knows_is_stated_anew_and_the_document_stays()
    {
        await using var desk = await Desk.Open();
        var old = await desk.Send(new GetEngagement(Automotive));

        var revised = await desk.Send(new ReviseDesk { Id = Automotive, ReadVersion = 1, Stage = EngagementStage.Won, WinProbability = 1 });

        Assert.Equal((EngagementStage.Won, 1m, 2, old.PricingDate), (revised.Stage, revised.WinProbability, revised.Version, revised.PricingDate));
        Assert.Equal(old.Document.Utf8.ToArray(), revised.Document.Utf8.ToArray());
    }

    [Fact]
    public async Task The_desk_may_not_offer_what_opens_the_books()
    {
        await using var desk = await Desk.Open();

        var faults = await desk.Refused(new ReviseDesk { Id = SeedIds.Demo, Offer = new() { Structures = [2], Recommended = 2 } });

        Assert.Equal(["/offer/structures/0"], faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task A_reason_of_a_loss_belongs_to_a_loss()
    {
        await using var desk = await Desk.Open();
        var document = (await desk.Send(new GetEngagement(Automotive))).Document;

        var faults = await desk.Refused(new CreateEngagement { Document = document, Stage = EngagementStage.Won, LossReason = "Preis", WinProbability = 1.1m });

        Assert.Equal(["/lossReason", "/winProbability"], faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task A_client_that_nobody_knows_is_refused()
    {
        await using var desk = await Desk.Open();
        var document = (await desk.Send(new GetEngagement(Automotive))).Document;

        var faults = await desk.Refused(new CreateEngagement { Document = document, ClientId = Guid.Empty });

        Assert.Equal(["/clientId"], faults.Select(fault => fault.Pointer));
    }

    private static ListEngagements List(string? search = null, bool? templates = null, bool archived = false, int? limit = null, string? after = null) =>
        new(search, null, null, templates, archived, limit, after);

    private static ChangeDocument Renaming(Guid id, string name) => new() { Id = id, Changes = [Change(ChangeKind.Replace, "/name", $"\"{name}\"")] };

    private static DocumentChange Change(ChangeKind kind, string path, string? value) =>
        new() { Op = kind, Path = path, Value = value is null ? null : Desk.Raw(JsonNode.Parse(value)!) };
}
