using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Audit;
using Pricing.Application.Persistence;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Proposals;

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
