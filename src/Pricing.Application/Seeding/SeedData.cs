using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Deliverables;
using Pricing.Application.Features.DriftWatch;
using Pricing.Application.Features.EffortProfiles;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.ExchangeRates;
using Pricing.Application.Features.LegalEntities;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Persistence;

namespace Pricing.Application.Seeding;

/// <summary>Fills an empty database with the example agency, all of it or nothing.</summary>
internal sealed class SeedData(PricingDb db, SeedFiles files, EngagementPricing pricing, NewProposals proposals, TimeProvider time)
{
    private const string DemoKey = "social-videos";


    /// <summary>Loads the seed files where there is no agency yet.</summary>
    /// <returns>Whether anything was loaded.</returns>
    public async Task<bool> EnsureLoaded(CancellationToken cancellationToken)
    {
        if (await db.Agencies.AnyAsync(cancellationToken))
        {
            await AddMissingPeople(cancellationToken);
            return false;
        }

        await using var writing = await db.BeginWriting(cancellationToken);
        AddAgency();
        AddLegalEntity(SeedIds.Seeder, files.Agency.LegalEntity);
        AddExample();
        AddReferences(SeedIds.Seeder);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var entry in files.Engagements)
            db.Add(await Engagement(entry, SeedIds.Seeder, SeedIds.Of("engagement", entry.Key), cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (place, entry) in files.Scenarios.Index())
            db.Add(await Scenario(entry, SeedIds.Seeder, time.GetUtcNow().AddMilliseconds(place), cancellationToken));   // one after the other, as a list shows them
        await db.SaveChangesAsync(cancellationToken);
        foreach (var entry in files.Proposals)
        {
            await AddProposal(entry, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        await writing.Commit();
        return true;
    }

    /// <summary>Puts the demo engagement back as the seed states it, or builds it where the agency has none.</summary>
    public async Task<EngagementRecord> RestoreDemo(Actor actor, CancellationToken cancellationToken)
    {
        var entry = files.Engagements.Single(entry => entry.Key == DemoKey);
        var id = SeedIds.For(actor.TenantId, "engagement", DemoKey);
        var demo = await db.Engagements.SingleOrDefaultAsync(engagement => engagement.Id == id, cancellationToken);
        if (demo is null)
        {
            db.Add(demo = await Engagement(entry, actor, id, cancellationToken));
            db.Events.Add(demo.Event(EventTypes.EngagementCreated, actor, time.GetUtcNow()));
        }
        else
        {
            var before = EngagementMark.Of(demo);
            var (terms, clientName) = await Terms(entry, cancellationToken);
            demo.State(terms, await pricing.Price(terms.Document, terms.Offer, entry.PricingDate, cancellationToken), clientName);
            demo.TakeOutOfArchive();
            demo.Touch(time.GetUtcNow());
            db.Events.AddRange(demo.Revised(before, actor, time.GetUtcNow()));
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return demo;
    }

    private void AddAgency()
    {
        var agency = files.Agency;
        db.Add(new Agency
        {
            Id = SeedIds.Agency,
            Name = agency.Name,
            LegalName = agency.LegalName,
            Address = agency.Address,
            ContactName = agency.Contact.Name,
            ContactFunction = agency.Contact.Function,
            ContactEmail = agency.Contact.Email,
            BrandColour = agency.BrandColour,
            TimeZone = agency.TimeZone,
        });
        foreach (var person in agency.People)
            AddPerson(person);
    }

    private void AddPerson(SeedFiles.PersonEntry person)
    {
        var user = Record.New<User>(SeedIds.Seeder, time.GetUtcNow(), SeedIds.Of("user", person.Key));
        user.State(new CreateUser { Name = person.Name, Email = person.Email, Role = person.Role });
        db.Add(user);
    }

    // A database of an earlier version knows fewer of them.
    private async Task AddMissingPeople(CancellationToken cancellationToken)
    {
        var known = await db.Users.Select(user => user.Id).ToListAsync(cancellationToken);
        var missing = files.Agency.People.Where(person => !known.Contains(SeedIds.Of("user", person.Key))).ToList();
        missing.ForEach(AddPerson);
        if (missing.Count > 0)
            await db.SaveChangesAsync(cancellationToken);
    }

    private void AddExample()
    {
        var now = time.GetUtcNow();
        foreach (var entry in files.Clients)
        {
            var client = Record.New<Client>(SeedIds.Seeder, now, SeedIds.Of("client", entry.Key));
            client.State(entry.Terms);
            db.Add(client);
        }

        foreach (var entry in files.RateCards)
        {
            var card = Record.New<RateCardRecord>(SeedIds.Seeder, now, SeedIds.Of("rate-card", entry.Code));
            card.State(entry.Terms);
            db.Add(card);
        }
    }

    /// <summary>Gives an agency what is the same for all: AI prices with their sources, effort profiles, exchange rates, the library and the watch's limits.</summary>
    /// <param name="actor">The owner.</param>
    internal void AddReferences(Actor actor)
    {
        var now = time.GetUtcNow();
        foreach (var entry in files.EffortProfiles)
        {
            var profile = Record.New<EffortProfileRecord>(actor, now, SeedIds.For(actor.TenantId, "effort-profile", entry.Code));
            profile.State(entry.Terms);
            db.Add(profile);
        }

        foreach (var entry in files.PriceBook)
        {
            var price = Record.New<PriceBookEntry>(actor, now, SeedIds.For(actor.TenantId, "price", $"{entry.Code}/{entry.ValidFrom:O}"));
            price.State(entry.Terms);
            db.Add(price);
        }

        foreach (var entry in files.ExchangeRates)
        {
            var rate = Record.New<ExchangeRateRecord>(actor, now, SeedIds.For(actor.TenantId, "exchange-rate", $"{entry.Currency}/{entry.PricedIn}/{entry.AsOf:O}"));
            rate.State(entry);
            db.Add(rate);
        }

        var limits = Record.New<DriftLimitsRecord>(actor, now, SeedIds.For(actor.TenantId, "drift-limits", files.Agency.Key));
        limits.State(files.Agency.DriftLimits.Margin, files.Agency.DriftLimits.CertaintyEquivalent);
        db.Add(limits);
        var rules = Record.New<ApprovalRulesRecord>(actor, now, SeedIds.For(actor.TenantId, "approval-rules", files.Agency.Key));
        rules.State(files.Agency.ApprovalRules);
        db.Add(rules);

        foreach (var entry in files.Deliverables)
        {
            var deliverable = Record.New<DeliverableRecord>(actor, now, SeedIds.For(actor.TenantId, "deliverable", entry.Key));
            deliverable.State(entry.Terms);
            db.Add(deliverable);
        }
    }

    /// <summary>Gives an agency the company that issues its proposals.</summary>
    /// <param name="actor">The owner.</param>
    /// <param name="terms">What it prints.</param>
    internal void AddLegalEntity(Actor actor, CreateLegalEntity terms)
    {
        var entity = Record.New<LegalEntityRecord>(actor, time.GetUtcNow(), SeedIds.For(actor.TenantId, "legal-entity", "first"));
        entity.State(terms);
        db.Add(entity);
    }

    private async Task<EngagementRecord> Engagement(SeedFiles.EngagementEntry entry, Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var (terms, clientName) = await Terms(entry, cancellationToken);
        var engagement = Record.New<EngagementRecord>(actor, time.GetUtcNow(), id);
        engagement.State(terms, await pricing.Price(terms.Document, terms.Offer, entry.PricingDate, cancellationToken), clientName);
        return engagement;
    }

    private async Task<ScenarioRecord> Scenario(SeedFiles.ScenarioEntry entry, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(SeedIds.Of("engagement", entry.Engagement), cancellationToken);
        var scenario = Record.New<ScenarioRecord>(actor, now, SeedIds.Of("scenario", entry.Key));
        scenario.StartFrom(engagement);
        scenario.State(entry.Name, entry.Note);
        scenario.Price(await pricing.PriceScenario(ScenarioDocument.From(engagement.SentDocument, entry.Terms), engagement, engagement.PricingDate, cancellationToken));
        return scenario;
    }

    // The lead has written it, so that anybody else may approve it.
    private async Task AddProposal(SeedFiles.ProposalEntry entry, CancellationToken cancellationToken)
    {
        var lead = new Actor(SeedIds.Agency, SeedIds.Of("user", "lead"), UserRole.AccountLead);
        var engagement = await db.ReadEngagement(SeedIds.Of("engagement", entry.Engagement), cancellationToken);
        var issuer = await db.LegalEntities.SingleAsync(cancellationToken);
        await proposals.Add(lead, SeedIds.Of("proposal", entry.Key), engagement, issuer, entry.Terms, changes: null, copiedFrom: null, cancellationToken);
    }

    // An agency of its own has none of the example's clients.
    private async Task<(CreateEngagement Terms, string? ClientName)> Terms(SeedFiles.EngagementEntry entry, CancellationToken cancellationToken)
    {
        var terms = entry.Terms;
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.Id == terms.ClientId, cancellationToken);
        return (client is null ? terms with { ClientId = null } : terms, client?.Name);
    }
}
