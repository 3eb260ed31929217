using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;

namespace Pricing.Application.Persistence;

/// <summary>The database on PostgreSQL, which several nodes of the service share: what SQLite's single writer orders, advisory locks order here.</summary>
internal sealed class PostgresPricingDb(DbContextOptions<PostgresPricingDb> options, Actor actor, AuditTrail trail, Trial trial, WriteGate gate)
    : PricingDb(options, actor, trail, trial, gate)
{
    internal override Task WaitForTurn(string work, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({work}, 0))", cancellationToken);

    internal override async Task UnlessAnotherNode(string work, Func<Task> act, CancellationToken cancellationToken)
    {
        // The lock ends with the transaction, however the node ends.
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        if (await Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtextextended({work}, 0)) AS \"Value\"").SingleAsync(cancellationToken))
            await act();
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // Texts compare by their bytes, as on SQLite.
        configurationBuilder.Properties<string>().HaveColumnType("text").UseCollation("C");
        configurationBuilder.Properties<Enum>().HaveColumnType("text").UseCollation("C");
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // A number of stated decimals would come back rounded, or with zeros that nobody wrote.
        foreach (var number in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(decimal)))
        {
            number.SetPrecision(null);
            number.SetScale(null);
        }
    }
}
