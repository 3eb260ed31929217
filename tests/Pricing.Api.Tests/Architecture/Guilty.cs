using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pricing.Api.Tests.Architecture;

/// <summary>Samples that break the rules, so that each rule is seen to find something.</summary>
internal static class Guilty
{
    public sealed record Unheard : IRequest<int>;

    public sealed class Row
    {
        public Guid Id { get; init; }

        public string Name { get; set; } = "";
    }

    public sealed class RowMapping : IEntityTypeConfiguration<Row>
    {
        public void Configure(EntityTypeBuilder<Row> builder) => builder.ToTable("Rows");
    }
}
