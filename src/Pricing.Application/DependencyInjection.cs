using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Analyses.Runs;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Idempotency;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;
using Pricing.Application.Pipeline;
using Pricing.Application.Seeding;

namespace Pricing.Application;

/// <summary>What the host has to say to have the use cases.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the use cases, the database and the seed data. The host says who acts: it sets the <see cref="ActingAs"/> of each scope.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connection">The database.</param>
    /// <param name="seedFolder">Folder of the seed files.</param>
    /// <param name="keyFolder">Folder of what must not lie in the database: the audit trail's key and anchors.</param>
    public static IServiceCollection AddPricingApplication(this IServiceCollection services, DatabaseConnection connection, string seedFolder, string keyFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<CallsInFlight>();
        services.AddScoped<RepeatedCalls>();
        services.AddScoped<AllOrNothing>();
        services.AddScoped<Pages>();
        services.TryAddSingleton<ICursorSeal, ProcessCursorSeal>();
        services.AddDatabase(connection);

        // MediatR 5.1 has no registration of its own; later versions need a licence key.
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.Scan(scan => scan.FromAssemblyOf<PricingDb>()
            .AddClasses(classes => classes.AssignableToAny(typeof(IRequestHandler<,>), typeof(IValidator<>)), publicOnly: false)
            .AsImplementedInterfaces().WithScopedLifetime());

        services.AddSingleton(new SeedFiles(seedFolder));
        services.AddSingleton(_ => AuditKey.In(Path.Combine(keyFolder, "audit.key")));
        services.AddSingleton(new AuditAnchors(Path.Combine(keyFolder, "audit-anchors.log")));
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AnalysisRuns>();
        services.AddOutbox();
        services.AddCrm();
        services.AddScoped<ActingAs>();
        services.AddScoped(provider => provider.GetRequiredService<ActingAs>().Actor);
        services.AddScoped<Trial>();
        services.AddScoped<TrialRun>();
        services.AddScoped<SignIn>();
        services.AddScoped<SetupCodes>();
        services.AddScoped<Subjects>();
        services.TryAddSingleton(new ProposalSettings(""));
        services.TryAddSingleton(MailSettings.Off);
        services.AddScoped<ProposalMails>();
        services.AddSingleton<ProposalLibrary>();
        services.AddScoped<ProposalDrafting>();
        services.AddScoped<ProposalDesk>();
        services.AddScoped<ProposalAcceptance>();
        services.AddScoped<ProposalPapers>();
        services.AddScoped<KeptPapers>();
        services.AddScoped<ProposalViews>();
        services.AddScoped<NewProposals>();
        services.AddScoped<LinkedProposals>();
        services.AddScoped<EngagementPricing>();
        services.AddScoped<EngagementCopies>();
        services.AddScoped<SeedData>();
        services.AddHostedService<AnchorAudit>();
        services.AddHostedService<EraseDue>();
        services.AddHostedService<ProposalClock>();
        return services;
    }

    private static void AddDatabase(this IServiceCollection services, DatabaseConnection connection)
    {
        services.AddSingleton(connection);
        if (connection.File is null)
        {
            services.AddScoped<DatabaseStart, PostgresStart>();
            services.AddDbContext<PricingDb, PostgresPricingDb>((provider, options) => Watched(options, provider)
                .UseNpgsql(connection.Text, postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
        }
        else
        {
            services.AddScoped<DatabaseStart, SqliteStart>();
            services.AddDbContext<PricingDb>((provider, options) => Watched(options, provider)
                .UseSqlite(connection.Text, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                .AddInterceptors(new SqliteConnectionGuard()));
        }
    }

    private static DbContextOptionsBuilder Watched(DbContextOptionsBuilder options, IServiceProvider provider) =>
        options.AddInterceptors(provider.GetRequiredService<CommitWatch>().OfSaves, provider.GetRequiredService<CommitWatch>().OfTransactions);

    /// <summary>Makes the database ready: folder, schema and seed data.</summary>
    public static async Task MakeDatabaseReady(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingAs>().Actor = SeedIds.Seeder;
        await scope.ServiceProvider.GetRequiredService<DatabaseStart>().MakeReady(cancellationToken);
    }

    /// <summary>Checks the audit trail of every agency.</summary>
    public static async Task<IReadOnlyList<(string Agency, AuditVerification Verification)>> VerifyEveryAudit(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var verified = new List<(string, AuditVerification)>();
        await using var outer = services.CreateAsyncScope();
        foreach (var agency in await outer.ServiceProvider.GetRequiredService<PricingDb>().Agencies.AsNoTracking().ToListAsync(cancellationToken))
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActingAs>().Actor = new(agency.Id, Guid.Empty, UserRole.Auditor);
            verified.Add((agency.Name, await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VerifyAudit(), cancellationToken)));
        }

        return verified;
    }
}
