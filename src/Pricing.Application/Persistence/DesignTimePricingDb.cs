using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;

namespace Pricing.Application.Persistence;

/// <summary>The context for <c>dotnet ef</c>, which needs the schema and no data.</summary>
internal sealed class DesignTimePricingDb : IDesignTimeDbContextFactory<PricingDb>
{
    public PricingDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PricingDb>().UseSqlite("Data Source=design.db").Options, Actor.Nobody, new AuditTrail(new AuditKey([]), TimeProvider.System), new Trial(),
            new WriteGate());
}
