using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;
using Pricing.Model.Engagements;

namespace Pricing.Application.Features.EffortProfiles;

/// <summary>A kept effort profile: how far the hours of a kind of work spread around the planned ones.</summary>
public sealed class EffortProfileRecord : Record
{
    /// <summary>Code by which work names the profile.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Code and title in lower case, by which the list searches: databases fold only ASCII.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Factor on planned hours if all goes well.</summary>
    public decimal Optimistic { get; private set; }

    /// <summary>Most likely factor on planned hours.</summary>
    public decimal MostLikely { get; private set; }

    /// <summary>Factor on planned hours if all goes badly.</summary>
    public decimal Pessimistic { get; private set; }

    /// <summary>Where the factors come from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Which profile it is and where it comes from, in one line: what an engagement keeps of its origin.</summary>
    public string InOneLine => OneLine.Of(
        $"{Code}, version {Version}: {Title}, factors {Optimistic:0.############}, {MostLikely:0.############}, {Pessimistic:0.############}; {Source}");

    /// <summary>The profile as engagements take it.</summary>
    public EffortProfile ToModel() => new(Code, Optimistic, MostLikely, Pessimistic);

    internal void State(EffortProfileTerms terms)
    {
        Code = terms.Code;
        Title = terms.Title;
        SearchText = $"{terms.Code}\n{terms.Title}".ToLowerInvariant();
        Optimistic = terms.Optimistic;
        MostLikely = terms.MostLikely;
        Pessimistic = terms.Pessimistic;
        Source = terms.Source;
    }
}

internal sealed class EffortProfileMapping : IEntityTypeConfiguration<EffortProfileRecord>
{
    public void Configure(EntityTypeBuilder<EffortProfileRecord> builder)
    {
        builder.MapRecord("EffortProfiles");
        builder.Property(profile => profile.Code).HasMaxLength(100);
        builder.Property(profile => profile.Title).HasMaxLength(300);
        builder.Property(profile => profile.SearchText).HasMaxLength(401);
        builder.Property(profile => profile.Optimistic).HasPrecision(28, 12);
        builder.Property(profile => profile.MostLikely).HasPrecision(28, 12);
        builder.Property(profile => profile.Pessimistic).HasPrecision(28, 12);
        builder.Property(profile => profile.Source).HasMaxLength(300);
        builder.HasIndex(profile => new { profile.TenantId, profile.Code }).IsUnique();
    }
}
