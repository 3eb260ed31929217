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
        var db = scope.ServiceProvider.GetRequiredService<PricingDb>();
        // What came while a connection is switched off waits until it is on again; of one that is archived it is dropped.
        var due = db.CrmInbound.IgnoreQueryFilters().AsNoTracking().Where(told => told.State == CrmInboundState.Waiting && told.DueAt <= now
            && db.CrmConnections.IgnoreQueryFilters().Any(connection => connection.Id == told.ConnectionId && (connection.IsActive || connection.IsArchived)));
        return await choose(due).ToListAsync(cancellationToken);
    }

    private async Task<(CrmInboundState State, CrmRefusal? Refusal)> Attempt(Guid tenant, Guid connectionId, string dealId, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var connection = await scope.ServiceProvider.GetRequiredService<PricingDb>().CrmConnections.IgnoreQueryFilters().AsNoTracking()
                .SingleAsync(connection => connection.Id == connectionId && connection.TenantId == tenant, stopping);
            if (connection.IsArchived)
                return (CrmInboundState.Dropped, null);
            if (!connection.IsActive)
                return (CrmInboundState.Waiting, new(null, "The connection is switched off.", isTransient: true));
            var mapping = files.MappingOf(connection.Kind);
            var credentials = CrmCredentials.OpenedFrom(connection.Credentials, scope.ServiceProvider.GetRequiredService<SecretBox>());
            var session = await client.Open(connection, credentials, stopping);
            var zone = await scope.ServiceProvider.GetRequiredService<PricingDb>().Agencies.Where(agency => agency.Id == tenant).Select(agency => agency.TimeZone).SingleAsync(stopping);
            var deal = await CrmReading.Deal(session, mapping, connection.SettingList, TimeZoneInfo.FindSystemTimeZoneById(zone), dealId, stopping);
            return (await TakeIn(connection, mapping, session, deal, stopping), null);
        }
        catch (CrmRefusal refusal)
        {
            return (CrmInboundState.Waiting, refusal);
        }
        catch (Exception e) when (e is UnprocessableException or NotFoundException or ConflictException or InvalidRequestException or FluentValidation.ValidationException or CryptographicException)
        {
            return (CrmInboundState.Waiting, new(null, e is InvalidRequestException refused ? string.Join(' ', refused.Faults.Select(fault => fault.Detail)) : e.Message, isTransient: false));
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
            var clientId = company is null ? null : await ClientOf(db, mediator, connection, deal, company, cancellationToken);
            madeId = (await mediator.Send(new CopyEngagement { Id = template, Name = deal.Name, ClientId = clientId }, cancellationToken)).Id;
            var engagement = await db.Engagements.SingleAsync(engagement => engagement.Id == madeId, cancellationToken);
            engagement.KnowAs([.. engagement.ExternalIds, new(connection.System(), deal.Id)]);
            engagement.StateDeal(engagement.Stage, deal.CloseDate, deal.Probability);
            if (deal.Amount is { } amount)
                engagement.NoteInside(string.Create(CultureInfo.InvariantCulture, $"The CRM's amount: {amount} {deal.Currency}").TrimEnd());
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

    private static async Task<Guid?> ClientOf(PricingDb db, IMediator mediator, CrmConnection connection, CrmDealSeen deal, CrmCompany company, CancellationToken cancellationToken)
    {
        var companyId = deal.CompanyId!;
        if (await db.Clients.KnownAs(connection.System(), companyId).Select(client => (Guid?)client.Id).SingleOrDefaultAsync(cancellationToken) is { } known)
            return known;
        var country = Countries.Find(company.Country) ?? await db.LegalEntities.Where(entity => !entity.IsArchived).OrderBy(entity => entity.CreatedAt).ThenBy(entity => entity.Id).Select(entity => entity.Country).FirstOrDefaultAsync(cancellationToken);
        var currency = deal.Currency ?? await db.Engagements.Where(engagement => engagement.Id == connection.SettingList.TemplateId).Select(engagement => engagement.Currency).SingleOrDefaultAsync(cancellationToken);
        var terms = new CreateClient { Name = company.Name };
        var made = await mediator.Send(terms with { Country = country ?? terms.Country, Currency = currency ?? terms.Currency }, cancellationToken);
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
            if (told.State == CrmInboundState.Failed)
                LogGivenUp(told.Position, told.DealId, told.ConnectionId, told.Attempts);   // why stands there, where an erasure takes it
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Warning, "What was told of deal {Deal} of connection {Connection} is given up after {Attempts} attempts: place {Position}")]
    private partial void LogGivenUp(long position, string deal, Guid connection, int attempts);

    [LoggerMessage(LogLevel.Error, "Taking in deal {Deal} of connection {Connection} failed on our side")]
    private partial void LogFailedAttempt(Exception exception, string deal, Guid connection);
}
