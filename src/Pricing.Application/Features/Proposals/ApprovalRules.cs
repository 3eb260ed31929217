using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Persistence;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Proposals;

/// <summary>Why somebody else has to approve a proposal.</summary>
public enum ApprovalRuleKind
{
    /// <summary>The margin of an option's fee, or of a line that the client chooses, lies below the limit or is not known.</summary>
    Margin,

    /// <summary>An option's certainty equivalent, with the lines on which the agency loses, lies below the limit.</summary>
    CertaintyEquivalent,

    /// <summary>An option's discount lies above the limit.</summary>
    Discount,

    /// <summary>An option's fee with the dearest lines a client can choose lies above the limit.</summary>
    Fee,

    /// <summary>An option's probability of a loss lies above the limit.</summary>
    LossProbability,

    /// <summary>A model is used that its vendor has discontinued.</summary>
    DiscontinuedModel,
}

/// <summary>A rule that fired.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Option">Letter of the option; null where it concerns all.</param>
/// <param name="Limit">The limit; null where there is none.</param>
/// <param name="Figure">The figure that broke it; null where there is none.</param>
/// <param name="What">The model that is discontinued, or the extra whose margin is too low or not known; null where the rule is about the option's fee.</param>
public sealed record ApprovalRule(ApprovalRuleKind Rule, string? Option, decimal? Limit, decimal? Figure, string? What)
{
    /// <summary>Whether it is the same rule about the same thing, whatever limit and figure are.</summary>
    internal bool IsLike(ApprovalRule other) => (Rule, Option, What) == (other.Rule, other.Option, other.What);
}

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

/// <summary>The agency's approval rules as stored.</summary>
public sealed class ApprovalRulesRecord : Record
{
    /// <summary>See <see cref="ReviseApprovalRules.MarginBelow"/>.</summary>
    public decimal? MarginBelow { get; private set; }

    /// <summary>See <see cref="ReviseApprovalRules.CertaintyEquivalentBelow"/>.</summary>
    public decimal? CertaintyEquivalentBelow { get; private set; }

    /// <summary>See <see cref="ReviseApprovalRules.DiscountAbove"/>.</summary>
    public decimal? DiscountAbove { get; private set; }

    /// <summary>See <see cref="ReviseApprovalRules.FeeAbove"/>.</summary>
    public decimal? FeeAbove { get; private set; }

    /// <summary>See <see cref="ReviseApprovalRules.LossProbabilityAbove"/>.</summary>
    public decimal? LossProbabilityAbove { get; private set; }

    /// <summary>See <see cref="ReviseApprovalRules.DiscontinuedModel"/>.</summary>
    public bool DiscontinuedModel { get; private set; } = true;

    internal void State(ReviseApprovalRules rules) =>
        (MarginBelow, CertaintyEquivalentBelow, DiscountAbove, FeeAbove, LossProbabilityAbove, DiscontinuedModel) =
        (rules.MarginBelow, rules.CertaintyEquivalentBelow, rules.DiscountAbove, rules.FeeAbove, rules.LossProbabilityAbove, rules.DiscontinuedModel);

    /// <summary>The rules as they were before a change.</summary>
    internal ApprovalRulesRecord Before(IReadOnlyList<FieldChange> changes)
    {
        var members = JsonSerializer.SerializeToNode(ApprovalRulesView.Of(this), JsonSerializerOptions.Web)!.AsObject();
        foreach (var change in changes)
        {
            members.Remove(change.Path[1..]);
            if (change.Before is { } value)
                members[change.Path[1..]] = value.DeepClone();
        }

        var former = new ApprovalRulesRecord();
        former.State(members.Deserialize<ReviseApprovalRules>(JsonSerializerOptions.Web)!);
        return former;
    }

    /// <summary>The rules that a proposal breaks.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="discontinued">Models in use that are discontinued.</param>
    internal IEnumerable<ApprovalRule> Fired(DrawnUpProposal proposal, IReadOnlyList<string> discontinued)
    {
        foreach (var option in proposal.Options)
        {
            var figures = option.Comparison.Structures[option.Structure];
            var letter = proposal.LetterOf(option);
            if (figures.ProfitMargin?.Value < MarginBelow)
                yield return new(ApprovalRuleKind.Margin, letter, MarginBelow, figures.ProfitMargin.Value.Shown, null);
            foreach (var extra in option.Extras.Where(extra => !(extra.Amount - option.CostOf(extra) >= MarginBelow * extra.Amount) && MarginBelow is not null))
                yield return new(ApprovalRuleKind.Margin, letter, MarginBelow, extra.Amount > 0 ? 1 - option.CostOf(extra) / extra.Amount : null, extra.Name);
            if (figures.CertaintyEquivalent?.Amount + option.MostLost() is { } certain && certain < CertaintyEquivalentBelow)
                yield return new(ApprovalRuleKind.CertaintyEquivalent, letter, CertaintyEquivalentBelow, new Money(certain).ToMinorUnit(option.Comparison.Currency), null);
            if (figures.Structure.Discount > DiscountAbove)
                yield return new(ApprovalRuleKind.Discount, letter, DiscountAbove, figures.Structure.Discount, null);
            if (figures.ExpectedFee?.Amount + option.MostCharged() is { } fee && fee > FeeAbove)
                yield return new(ApprovalRuleKind.Fee, letter, FeeAbove, new Money(fee).ToMinorUnit(option.Comparison.Currency), null);
            if (figures.LossProbability?.Value > LossProbabilityAbove)
                yield return new(ApprovalRuleKind.LossProbability, letter, LossProbabilityAbove, figures.LossProbability.Value.Shown, null);
        }

        foreach (var model in DiscontinuedModel ? discontinued : [])
            yield return new(ApprovalRuleKind.DiscontinuedModel, null, null, null, model);
    }
}

internal static class RulesInForce
{
    /// <summary>
    /// The rules that a proposal is held against: those in force, and all before them back to the last that somebody else than its writers stated. So nobody
    /// loosens rules for what they wrote, however soon they restore them.
    /// </summary>
    public static async Task<IReadOnlyList<ApprovalRulesRecord>> RulesFor(this PricingDb db, IReadOnlyList<Guid> writers, CancellationToken cancellationToken)
    {
        if (await db.ApprovalRules.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } rules)
            return [new()];
        List<ApprovalRulesRecord> held = [rules];
        var changes = await db.AuditEntries.AsNoTracking().Where(entry => entry.RecordId == rules.Id).OrderByDescending(entry => entry.Sequence).ToListAsync(cancellationToken);
        foreach (var change in changes.TakeWhile(change => writers.Contains(change.UserId)))
            held.Add(held[^1].Before(JsonSerializer.Deserialize<AuditPayload>(change.Payload!, AuditTrail.Json)!.Changes!));
        return held;
    }
}

internal sealed class ApprovalRulesMapping : IEntityTypeConfiguration<ApprovalRulesRecord>
{
    public void Configure(EntityTypeBuilder<ApprovalRulesRecord> builder)
    {
        builder.MapRecord("ApprovalRules");
        foreach (var limit in new[] { nameof(ApprovalRulesRecord.MarginBelow), nameof(ApprovalRulesRecord.CertaintyEquivalentBelow), nameof(ApprovalRulesRecord.DiscountAbove), nameof(ApprovalRulesRecord.FeeAbove), nameof(ApprovalRulesRecord.LossProbabilityAbove) })
            builder.Property<decimal?>(limit).HasPrecision(28, 12);
        builder.HasIndex(rules => rules.TenantId).IsUnique();
    }
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
