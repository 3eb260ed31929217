using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.DriftWatch;

/// <summary>The agency's limits of the price-drift watch.</summary>
public sealed record GetDriftLimits : IRequest<DriftLimitsView>;

/// <summary>New limits of the price-drift watch for the agency; engagements with limits of their own keep those.</summary>
public sealed record ReviseDriftLimits : IRequest<DriftLimitsView>
{
    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>Margin below which an engagement is listed, a fraction from -1 to 1.</summary>
    /// <example>0.1</example>
    public required decimal Margin { get; init; }

    /// <summary>Certainty equivalent below which it is listed, in the engagement's currency.</summary>
    /// <example>0</example>
    public required decimal CertaintyEquivalent { get; init; }
}

/// <summary>The agency's limits.</summary>
/// <param name="Id">Id; that of the agency where it has none of its own yet.</param>
/// <param name="Margin">Margin below which an engagement is listed, a fraction.</param>
/// <param name="CertaintyEquivalent">Certainty equivalent below which it is listed, in the engagement's currency.</param>
/// <param name="Version">Version; 0 where the agency has none of its own yet. The ETag names it.</param>
public sealed record DriftLimitsView(Guid Id, decimal Margin, decimal CertaintyEquivalent, int Version) : IVersioned
{
    /// <summary>What holds where the agency has stated nothing: a profit, whatever its spread.</summary>
    internal static DriftLimitsView Unstated(Actor actor) => new(actor.TenantId, 0, 0, 0);

    internal static DriftLimitsView Of(DriftLimitsRecord limits) =>
        new(limits.Id, new Figure(limits.Margin).Shown, new Figure(limits.CertaintyEquivalent).Shown, limits.Version);
}

internal sealed class ReviseDriftLimitsValidator : AbstractValidator<ReviseDriftLimits>
{
    public ReviseDriftLimitsValidator()
    {
        RuleFor(limits => limits.Margin).IsNumber(-1, 1).FitsColumn("margin");
        RuleFor(limits => limits.CertaintyEquivalent).IsNumber(-Numbers.Huge, Numbers.Huge).FitsColumn("certaintyEquivalent");
    }
}

internal sealed class DriftLimitsHandler(PricingDb db, Actor actor, TimeProvider time)
    : IRequestHandler<GetDriftLimits, DriftLimitsView>, IRequestHandler<ReviseDriftLimits, DriftLimitsView>
{
    public async Task<DriftLimitsView> Handle(GetDriftLimits request, CancellationToken cancellationToken)
    {
        var limits = await db.DriftLimits.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return limits is null ? DriftLimitsView.Unstated(actor) : DriftLimitsView.Of(limits);
    }

    public async Task<DriftLimitsView> Handle(ReviseDriftLimits request, CancellationToken cancellationToken)
    {
        var limits = await db.DriftLimits.SingleOrDefaultAsync(cancellationToken);
        if (request.ReadVersion is { } read && read != (limits?.Version ?? 0))
            throw new StaleVersionException(limits?.Version ?? 0);

        if (limits is null)
            db.Add(limits = Record.New<DriftLimitsRecord>(actor, time.GetUtcNow()));
        else
            limits.Touch(time.GetUtcNow());
        limits.State(request.Margin, request.CertaintyEquivalent);
        await db.SaveChangesAsync(CancellationToken.None);
        return DriftLimitsView.Of(limits);
    }
}
