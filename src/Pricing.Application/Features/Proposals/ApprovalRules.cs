using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>The agency's approval rules.</summary>
public sealed record GetApprovalRules : IRequest<ApprovalRulesView>;

/// <summary>New approval rules; a rule that is left out never fires.</summary>
public sealed record ReviseApprovalRules : IRequest<ApprovalRulesView>
{
    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>A margin below it needs approval, a fraction from -1 to 1.</summary>
    /// <example>0.15</example>
    public decimal? MarginBelow { get; init; }

    /// <summary>A certainty equivalent below it needs approval, in the proposal's currency.</summary>
    /// <example>0</example>
    public decimal? CertaintyEquivalentBelow { get; init; }

    /// <summary>A discount above it needs approval, a fraction from 0 to 1.</summary>
    /// <example>0.1</example>
    public decimal? DiscountAbove { get; init; }

    /// <summary>An expected fee above it needs approval, in the proposal's currency.</summary>
    /// <example>250000</example>
    public decimal? FeeAbove { get; init; }

    /// <summary>A probability of a loss above it needs approval, a fraction from 0 to 1.</summary>
    /// <example>0.1</example>
    public decimal? LossProbabilityAbove { get; init; }

    /// <summary>Whether a discontinued model needs approval. Default true.</summary>
    /// <example>true</example>
    public bool DiscontinuedModel { get; init; } = true;
}

/// <summary>The agency's approval rules.</summary>
/// <param name="Id">Id; that of the agency where it has none of its own yet.</param>
/// <param name="MarginBelow">A margin below it needs approval; null for no such rule.</param>
/// <param name="CertaintyEquivalentBelow">A certainty equivalent below it needs approval; null for no such rule.</param>
/// <param name="DiscountAbove">A discount above it needs approval; null for no such rule.</param>
/// <param name="FeeAbove">An expected fee above it needs approval; null for no such rule.</param>
/// <param name="LossProbabilityAbove">A probability of a loss above it needs approval; null for no such rule.</param>
/// <param name="DiscontinuedModel">Whether a discontinued model needs approval.</param>
/// <param name="Version">Version; 0 where the agency has none of its own yet. The ETag names it.</param>
public sealed record ApprovalRulesView(
    Guid Id, decimal? MarginBelow, decimal? CertaintyEquivalentBelow, decimal? DiscountAbove, decimal? FeeAbove, decimal? LossProbabilityAbove, bool DiscontinuedModel, int Version) : IVersioned
{
    internal static ApprovalRulesView Of(ApprovalRulesRecord rules) => new(
        rules.Id, rules.MarginBelow, rules.CertaintyEquivalentBelow, rules.DiscountAbove, rules.FeeAbove, rules.LossProbabilityAbove, rules.DiscontinuedModel, rules.Version);
}

internal sealed class ReviseApprovalRulesValidator : AbstractValidator<ReviseApprovalRules>
{
    public ReviseApprovalRulesValidator()
    {
        RuleFor(rules => rules.MarginBelow).IsOptionalNumber(-1, 1).FitsColumn("marginBelow");
        RuleFor(rules => rules.CertaintyEquivalentBelow).IsOptionalNumber(-Numbers.Huge, Numbers.Huge).FitsColumn("certaintyEquivalentBelow");
        RuleFor(rules => rules.DiscountAbove).IsOptionalNumber(0, 1).FitsColumn("discountAbove");
        RuleFor(rules => rules.FeeAbove).IsOptionalNumber(0, Numbers.Huge).FitsColumn("feeAbove");
        RuleFor(rules => rules.LossProbabilityAbove).IsOptionalNumber(0, 1).FitsColumn("lossProbabilityAbove");
    }
}

internal sealed class ApprovalRulesHandler(PricingDb db, Actor actor, TimeProvider time)
    : IRequestHandler<GetApprovalRules, ApprovalRulesView>, IRequestHandler<ReviseApprovalRules, ApprovalRulesView>
{
    public async Task<ApprovalRulesView> Handle(GetApprovalRules request, CancellationToken cancellationToken)
    {
        var rules = await db.ApprovalRules.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return rules is null ? new(actor.TenantId, null, null, null, null, null, true, 0) : ApprovalRulesView.Of(rules);
    }

    public async Task<ApprovalRulesView> Handle(ReviseApprovalRules request, CancellationToken cancellationToken)
    {
        var rules = await db.ApprovalRules.SingleOrDefaultAsync(cancellationToken);
        if (request.ReadVersion is { } read && read != (rules?.Version ?? 0))
            throw new StaleVersionException(rules?.Version ?? 0);

        if (rules is null)
            db.Add(rules = Record.New<ApprovalRulesRecord>(actor, time.GetUtcNow()));
        else
            rules.Touch(time.GetUtcNow());
        rules.State(request);
        await db.SaveChangesAsync(CancellationToken.None);
        return ApprovalRulesView.Of(rules);
    }
}
