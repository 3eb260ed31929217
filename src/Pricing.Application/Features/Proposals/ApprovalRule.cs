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
