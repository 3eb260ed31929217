using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Engagements.Papers;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Deliverables;
using Pricing.Application.Features.EffortProfiles;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;
using Pricing.Documents;

namespace Pricing.Application.Tests.Features.Access;

public sealed class TenantTests
{
    [Fact]
    public async Task Another_agency_sees_nothing_in_any_list()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();

        int[] rows =
        [
            (await desk.Send(new ListClients(null, false, null, null), other)).Items.Count,
            (await desk.Send(new ListRateCards(null, null, null, null, null), other)).Items.Count,
            (await desk.Send(new ListEffortProfiles(null, null, null), other)).Items.Count,
            (await desk.Send(new ListPrices(null, null, null, null, null), other)).Items.Count,
            (await desk.Send(new ListDeliverables(null, null, null, false, null, null), other)).Items.Count,
            (await desk.Send(new ListEngagements(null, null, null, null, false, null, null), other)).Items.Count,
        ];

        Assert.All(rows, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Another_agency_can_neither_read_nor_change_an_engagement()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();
        var id = SeedIds.Demo;
        var before = await desk.Send(new GetEngagement(id));

        await NotFound(desk, new GetEngagement(id), other);
        await NotFound(desk, new CompareEngagement(id), other);
        await NotFound(desk, new GetResolvedDocument(id), other);
        await NotFound(desk, new ExplainFigure(id, "/cost/total"), other);
        await NotFound(desk, new GetProposalPdf(id, null), other);
        await NotFound(desk, new GetEngagementWorkbook(id, null), other);
        await NotFound(desk, new GetComparisonChart(id, new(AnswerFormat.Svg)), other);
        await NotFound(desk, new CopyEngagement { Id = id }, other);
        await NotFound(desk, new ArchiveEngagement(id, null), other);
        await NotFound(desk, new ReviseDesk { Id = id }, other);
        await NotFound(desk, new ReviseEngagement { Id = id, Document = before.Document }, other);
        await NotFound(desk, new ChangeDocument { Id = id, Changes = [new() { Path = "/name", Value = new("\"x\""u8.ToArray()) }] }, other);
        await NotFound(desk, new AddDeliverable { Id = id, DeliverableId = SeedIds.Of("deliverable", "kick-off-workshop") }, other);

        Assert.Equal(before.Version, (await desk.Send(new GetEngagement(id))).Version);
    }

    [Fact]
    public async Task Another_agency_can_neither_read_nor_change_the_catalogue()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();
        var client = SeedIds.Of("client", "home-insurer");
        var deliverable = SeedIds.Of("deliverable", "kick-off-workshop");
        var price = (await desk.Send(new ListPrices(null, null, null, 1, null))).Items[0];

        await NotFound(desk, new GetClient(client), other);
        await NotFound(desk, new ReviseClient { Id = client, Name = "Anders" }, other);
        await NotFound(desk, new ArchiveClient(client, null), other);
        await NotFound(desk, new GetDeliverable(deliverable), other);
        await NotFound(desk, new ArchiveDeliverable(deliverable, null), other);
        await NotFound(desk, new GetRateCard(SeedIds.Of("rate-card", "STANDARD-2026")), other);
        await NotFound(desk, new GetEffortProfile(SeedIds.Of("effort-profile", "ai")), other);
        await NotFound(desk, new GetPrice(price.Id), other);

        Assert.Equal(1, (await desk.Send(new GetClient(client))).Version);
    }

    [Fact]
    public async Task Another_agency_cannot_name_what_is_not_its_own()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();
        var document = (await desk.Send(new GetEngagement(Desk.Seeded("user-generated-content")))).Document;

        var ofReferences = await desk.Refused(new CreateEngagement { Document = document }, other);
        var ofClient = await desk.Refused(new CreateEngagement { Document = document, ClientId = SeedIds.Of("client", "home-insurer") }, other);

        Assert.Contains("/document/rateCard/code", ofReferences.Select(fault => fault.Pointer));
        Assert.Contains("/document/assets/0/generations/0/priceBookEntry", ofReferences.Select(fault => fault.Pointer));
        Assert.Equal(["/clientId"], ofClient.Select(fault => fault.Pointer));
    }

    [Fact]
    public async Task Two_agencies_may_use_the_same_codes()
    {
        await using var desk = await Desk.Open();
        var other = await desk.OtherAgency();

        var profile = await desk.Send(new CreateEffortProfile { Code = "ai", Title = "T", Optimistic = 1, MostLikely = 1, Pessimistic = 1, Source = "S" }, other);

        Assert.Equal([profile.Id], (await desk.Send(new ListEffortProfiles(null, null, null), other)).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task Every_table_that_has_a_tenant_is_filtered_by_it()
    {
        await using var desk = await Desk.Open();

        var unfiltered = await desk.Db(db => Task.FromResult(Unfiltered(db)));

        Assert.Empty(unfiltered);
    }

    [Fact]
    public void The_rule_finds_a_table_without_a_filter()
    {
        using var guilty = new GuiltyDb();

        Assert.Equal([nameof(GuiltyRecord)], Unfiltered(guilty));
    }

    private static List<string> Unfiltered(DbContext db) =>
        [.. db.Model.GetEntityTypes().Where(type => !type.IsOwned() && type.FindProperty("TenantId") is not null && type.GetDeclaredQueryFilters().Count == 0).Select(type => type.ClrType.Name)];

    private static Task<NotFoundException> NotFound<T>(Desk desk, IRequest<T> request, Actor by) => Assert.ThrowsAsync<NotFoundException>(() => desk.Send(request, by));

    private sealed class GuiltyRecord
    {
        public Guid Id { get; init; }

        public Guid TenantId { get; init; }
    }

    private sealed class GuiltyDb : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<GuiltyRecord>();
    }
}
