using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.Crm;

/// <summary>Works on what CRMs told: reads each deal with our own token, and makes an engagement of it or brings its engagement up to date.</summary>
internal sealed partial class CrmTaker(IServiceScopeFactory scopes, CrmClient client, SeedFiles files, TimeProvider time, ILogger<CrmTaker> logger)
{
    private const int AtOnce = 100;

    /// <summary>Accounts of which something is due.</summary>
    public Task<List<Guid>> DueAccounts(CancellationToken stopping) => OfDue(due => due.Select(told => told.ConnectionId).Distinct(), stopping);

    /// <summary>Works on what is due of an account. Several events of a deal are one, as the deal is read anew.</summary>
    public async Task Serve(Guid account, CancellationToken stopping)
    {
        var all = await OfDue(due => due.Where(told => told.ConnectionId == account).OrderBy(told => told.Position).Take(AtOnce), stopping);
        foreach (var deal in all.GroupBy(told => (told.TenantId, told.DealId)))
        {
            var (state, refusal) = await Attempt(deal.Key.TenantId, account, deal.Key.DealId, stopping);
            await Note([.. deal.Select(told => told.Position)], state, refusal);
        }
    }

    private async Task<List<T>> OfDue<T>(Func<IQueryable<CrmInbound>, IQueryable<T>> choose, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        var due = scope.ServiceProvider.GetRequiredService<PricingDb>().CrmInbound.IgnoreQueryFilters().AsNoTracking().Where(told => told.State == CrmInboundState.Waiting && told.DueAt <= now);
        return await choose(due).ToListAsync(cancellationToken);
    }

    private async Task<(CrmInboundState State, CrmRefusal? Refusal)> Attempt(Guid tenant, Guid connectionId, string dealId, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var connection = await scope.ServiceProvider.GetRequiredService<PricingDb>().CrmConnections.IgnoreQueryFilters().AsNoTracking()
                .SingleAsync(connection => connection.Id == connectionId && connection.TenantId == tenant, stopping);
            if (!connection.IsActive)
                return (CrmInboundState.Dropped, null);
            var mapping = files.MappingOf(connection.Kind);
            var credentials = CrmCredentials.OpenedFrom(connection.Credentials, scope.ServiceProvider.GetRequiredService<SecretBox>());
            var session = await client.Open(connection, credentials, stopping);
            var deal = await CrmReading.Deal(session, mapping, dealId, stopping);
            return (await TakeIn(connection, mapping, session, deal, stopping), null);
        }
        catch (CrmRefusal refusal)
        {
            return (CrmInboundState.Waiting, refusal);
        }
        catch (Exception e) when (e is UnprocessableException or NotFoundException or ConflictException or InvalidRequestException or FluentValidation.ValidationException or CryptographicException)
        {
            return (CrmInboundState.Waiting, new(null, e.Message, isTransient: false));
        }
        catch (Exception e) when (e is DbUpdateException or StaleVersionException)
        {
            return (CrmInboundState.Waiting, new(null, "Somebody changed the engagement at the same time.", isTransient: true));
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogFailedAttempt(e, dealId, connectionId);   // one deal must not end the others
            return (CrmInboundState.Waiting, new(null, "Something went wrong on our side.", isTransient: true));
        }
    }

    private async Task<CrmInboundState> TakeIn(CrmConnection connection, CrmMapping mapping, CrmSession session, CrmDealSeen deal, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingAs>().Actor = new(connection.TenantId, connection.OwnerId, UserRole.CrmIntegration);
        var db = scope.ServiceProvider.GetRequiredService<PricingDb>();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        if (await Known(db, connection, deal, cancellationToken) is { } known)
        {
            var isChanged = await BringUpToDate(scope.ServiceProvider, known, connection, deal, cancellationToken);
            if (deal.Key != known.ToString())
                await session.Send(CrmReading.Mark(mapping, deal.Id, known.ToString()), cancellationToken);
            return isChanged ? CrmInboundState.Done : CrmInboundState.Dropped;
        }

        if (connection.SettingList.TemplateId is not { } template)
            return CrmInboundState.Dropped;
        var company = deal.CompanyId is { } companyId ? await CrmReading.Company(session, mapping, companyId, cancellationToken) : null;

        // Engagement, client and what they are called there: all of it or nothing, or a repeated attempt would make a second one.
        var madeId = Guid.Empty;
        await scope.ServiceProvider.GetRequiredService<AllOrNothing>().Run(async () =>
        {
            var clientId = company is null ? null : await ClientOf(db, mediator, connection, deal.CompanyId!, company, cancellationToken);
            madeId = (await mediator.Send(new CopyEngagement { Id = template, Name = deal.Name, ClientId = clientId }, cancellationToken)).Id;
            var engagement = await db.Engagements.SingleAsync(engagement => engagement.Id == madeId, cancellationToken);
            engagement.KnowAs([.. engagement.ExternalIds, new(connection.System(), deal.Id)]);
            await db.SaveChangesAsync(CancellationToken.None);
            await BringUpToDate(scope.ServiceProvider, madeId, connection, deal, cancellationToken);
            return true;
        });
        await session.Send(CrmReading.Mark(mapping, deal.Id, madeId.ToString()), cancellationToken);
        return CrmInboundState.Done;
    }

    private static async Task<Guid?> Known(PricingDb db, CrmConnection connection, CrmDealSeen deal, CancellationToken cancellationToken)
    {
        if (await db.Engagements.KnownAs(connection.System(), deal.Id).Select(engagement => (Guid?)engagement.Id).SingleOrDefaultAsync(cancellationToken) is { } known)
            return known;
        return Guid.TryParse(deal.Key, out var key) && await db.Engagements.AnyAsync(engagement => engagement.Id == key, cancellationToken) ? key : null;
    }

    // While a push waits, the stage there is older than ours: a client's acceptance must not be undone by it.
    private static Task<bool> IsOlder(PricingDb db, CrmConnection connection, Guid engagementId, CancellationToken cancellationToken) =>
        db.CrmPushes.AnyAsync(push => push.ConnectionId == connection.Id && push.EngagementId == engagementId && push.State == CrmPushState.Waiting, cancellationToken);

    // What we have sent ourselves comes back as it is here: nothing changes, and nothing goes round in circles. Only name and stage are the CRM's: whatever a
    // person saves meanwhile stays, or its version lets the save fail, which is attempted again.
    private async Task<bool> BringUpToDate(IServiceProvider provider, Guid id, CrmConnection connection, CrmDealSeen deal, CancellationToken cancellationToken)
    {
        var (db, settings) = (provider.GetRequiredService<PricingDb>(), connection.SettingList);
        var engagement = await db.Engagements.SingleAsync(engagement => engagement.Id == id, cancellationToken);
        if (await db.IsOutOfUse(engagement.ClientId, cancellationToken))
            return false;   // a CRM goes on telling of a client whose data are only kept: nothing of it is taken
        var isRenamed = deal.Name is { } name && name != engagement.Name && !IsCut(name, engagement.Name);
        if (isRenamed)
            await provider.GetRequiredService<IMediator>().Send(new ChangeDocument { Id = id, Changes = [new() { Path = "/name", Value = RawJson.Of(JsonValue.Create(deal.Name)!) }] }, cancellationToken);
        var isOlder = await IsOlder(db, connection, id, cancellationToken);
        var stage = deal.Closed ?? (isOlder || settings.Theirs(engagement.Stage) == deal.Stage ? engagement.Stage : settings.Ours(deal.Stage) ?? engagement.Stage);
        if (stage == engagement.Stage)
            return isRenamed;

        var (before, now) = (EngagementMark.Of(engagement), time.GetUtcNow());
        engagement.StateDeal(stage, engagement.ExpectedDecision, engagement.WinProbability);
        engagement.Touch(now);
        db.Events.AddRange(engagement.Revised(before, provider.GetRequiredService<Actor>(), now));
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    private static bool IsCut(string theirs, string ours) => theirs.EndsWith('…') && ours.StartsWith(theirs[..^1], StringComparison.Ordinal);

    private static async Task<Guid?> ClientOf(PricingDb db, IMediator mediator, CrmConnection connection, string companyId, string name, CancellationToken cancellationToken)
    {
        if (await db.Clients.KnownAs(connection.System(), companyId).Select(client => (Guid?)client.Id).SingleOrDefaultAsync(cancellationToken) is { } known)
            return known;
        var made = await mediator.Send(new CreateClient { Name = name }, cancellationToken);
        var client = await db.Clients.SingleAsync(client => client.Id == made.Id, cancellationToken);
        client.KnowAs([new(connection.System(), companyId)]);
        await db.SaveChangesAsync(CancellationToken.None);
        return client.Id;
    }

    private async Task Note(IReadOnlyList<long> positions, CrmInboundState state, CrmRefusal? refusal)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PricingDb>();
        foreach (var told in await db.CrmInbound.IgnoreQueryFilters().Where(told => positions.Contains(told.Position)).ToListAsync())
        {
            if (refusal is null)
                told.End(state);
            else
                told.Fail(refusal, attempts => Backoff.After(attempts, refusal.RetryAfter), time.GetUtcNow());
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "Taking in deal {Deal} of connection {Connection} failed on our side")]
    private partial void LogFailedAttempt(Exception exception, string deal, Guid connection);
}

/// <summary>A deal as the CRM holds it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Our key in it; null for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">The CRM's stage.</param>
/// <param name="Closed">Our stage for how it was closed; null where it is open, or where its stage says so.</param>
/// <param name="CompanyId">The CRM's id of the company; null for none.</param>
internal sealed record CrmDealSeen(string Id, string? Key, string? Name, string? Stage, EngagementStage? Closed, string? CompanyId);

/// <summary>A page of deals that were changed.</summary>
/// <param name="Deals">Their ids, and when.</param>
/// <param name="Next">How the list goes on; null where it ends.</param>
internal sealed record CrmChanges(IReadOnlyList<(string Id, DateTimeOffset At)> Deals, string? Next);

/// <summary>Reads deals and companies.</summary>
internal static class CrmReading
{
    public static async Task<CrmDealSeen> Deal(CrmSession session, CrmMapping mapping, string id, CancellationToken cancellationToken)
    {
        var answer = await session.Send(
            mapping.Kind switch
            {
                CrmKind.Hubspot => HubSpotRequests.ReadDeal(mapping, id),
                CrmKind.Salesforce => SalesforceRequests.ReadDeal(mapping, id),
                _ => DynamicsRequests.ReadDeal(mapping, id),
            },
            cancellationToken);
        var fields = mapping.Kind == CrmKind.Hubspot ? answer?["properties"] : answer;
        var company = mapping.Kind switch
        {
            CrmKind.Hubspot => (answer?["associations"]?["companies"]?["results"] as JsonArray)?.FirstOrDefault()?["id"]?.ToString(),
            CrmKind.Salesforce => (string?)answer?["AccountId"],
            _ => (string?)answer?["_parentaccountid_value"],
        };
        var closed = mapping.Closings is null ? null : mapping.ClosingIn((int?)answer?["statecode"])?.Ours;
        return new(id, (string?)fields?[mapping[CrmMember.DealKey]], (string?)fields?[mapping[CrmMember.DealName]], (string?)fields?[mapping[CrmMember.DealStage]], closed, company);
    }

    /// <summary>Deals that were changed at a moment or later, the earliest first.</summary>
    public static async Task<CrmChanges> Changes(CrmSession session, CrmMapping mapping, DateTimeOffset since, string? next, CancellationToken cancellationToken)
    {
        var answer = await session.Send(
            mapping.Kind switch
            {
                CrmKind.Hubspot => HubSpotRequests.Changed(mapping, since, next),
                CrmKind.Salesforce => SalesforceRequests.Changed(mapping, since, next),
                _ => DynamicsRequests.Changed(mapping, since, next),
            },
            cancellationToken);
        var (list, id, further) = mapping.Kind switch
        {
            CrmKind.Hubspot => ("results", "id", answer?["paging"]?["next"]?["after"]?.ToString()),
            CrmKind.Salesforce => ("records", "Id", session.PathOf((string?)answer?["nextRecordsUrl"])),
            _ => ("value", "opportunityid", session.PathOf((string?)answer?["@odata.nextLink"])),
        };
        var deals = (answer?[list] as JsonArray ?? []).OfType<JsonNode>().Select(deal => (deal[id]!.ToString(), ChangedAt(mapping, deal))).ToList();
        return new(deals, deals.Count == 0 ? null : further);
    }

    private static DateTimeOffset ChangedAt(CrmMapping mapping, JsonNode deal)
    {
        var text = (string?)(mapping.Kind == CrmKind.Hubspot ? deal["properties"] : deal)?[mapping[CrmMember.DealChangedAt]];
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new CrmRefusal(200, "The CRM's answer does not say when a deal was changed.", isTransient: false);
    }

    /// <summary>Name of a company; null where it has none.</summary>
    public static async Task<string?> Company(CrmSession session, CrmMapping mapping, string id, CancellationToken cancellationToken) => mapping.Kind switch
    {
        CrmKind.Hubspot => (string?)(await session.Send(HubSpotRequests.ReadCompany(mapping, id), cancellationToken))?["properties"]?["name"],
        CrmKind.Salesforce => (string?)(await session.Send(SalesforceRequests.ReadCompany(mapping, id), cancellationToken))?["Name"],
        _ => (string?)(await session.Send(DynamicsRequests.ReadCompany(mapping, id), cancellationToken))?["name"],
    };

    public static CrmRequest Mark(CrmMapping mapping, string dealId, string key) => mapping.Kind switch
    {
        CrmKind.Hubspot => HubSpotRequests.Mark(mapping, dealId, key),
        CrmKind.Salesforce => SalesforceRequests.Mark(mapping, dealId, key),
        _ => DynamicsRequests.Mark(mapping, dealId, key),
    };
}
