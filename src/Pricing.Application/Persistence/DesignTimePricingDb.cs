using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;

namespace Pricing.Application.Persistence;

/// <summary>The contexts for <c>dotnet ef</c>, which needs the schema and no data.</summary>
internal sealed class DesignTimePricingDb : IDesignTimeDbContextFactory<PricingDb>, IDesignTimeDbContextFactory<PostgresPricingDb>
{
    private static AuditTrail Trail => new(new AuditKey([]), TimeProvider.System);

    PricingDb IDesignTimeDbContextFactory<PricingDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PricingDb>().UseSqlite("Data Source=design.db").Options, Actor.Nobody, Trail, new(), new());

    PostgresPricingDb IDesignTimeDbContextFactory<PostgresPricingDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresPricingDb>().UseNpgsql("Host=design").Options, Actor.Nobody, Trail, new(), new());
}
