using FluentValidation;
using Pricing.Application.Contract;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Engagements;

/// <summary>What the desk knows of an engagement beside its document.</summary>
public abstract record DeskTerms
{
    /// <summary>The client; leave out where none is stored.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>lead, qualified, proposal, negotiation, won or lost. Default lead.</summary>
    /// <example>qualified</example>
    public EngagementStage Stage { get; init; }

    /// <summary>Probability of winning it, a fraction from 0 to 1.</summary>
    /// <example>0.6</example>
    public decimal? WinProbability { get; init; }

    /// <summary>Day on which a decision is expected.</summary>
    /// <example>2026-12-18</example>
    public DateOnly? ExpectedDecision { get; init; }

    /// <summary>Why it was lost; only where the stage is lost. At most 300 characters.</summary>
    public string? LossReason { get; init; }

    /// <summary>Notes that stay inside the agency, at most 10,000 characters.</summary>
    public string? InternalNotes { get; init; }

    /// <summary>Whether others are started from it. Default false.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>Which structures go to the client; leave out for the suggested ones.</summary>
    public OfferTerms? Offer { get; init; }

    /// <summary>Margin below which the price-drift watch lists it, a fraction from -1 to 1; leave out for the agency's limit.</summary>
    /// <example>0.15</example>
    public decimal? MarginLimit { get; init; }

    /// <summary>Certainty equivalent below which the watch lists it, in the document's currency; leave out for the agency's limit.</summary>
    /// <example>5000</example>
    public decimal? CertaintyEquivalentLimit { get; init; }
}

/// <summary>What is stated of an engagement: the contract's document, and what the desk knows beside it.</summary>
public abstract record EngagementTerms : DeskTerms
{
    /// <summary>Day as of which rate cards, profiles and prices are resolved. Default: today.</summary>
    /// <example>2026-11-25</example>
    public DateOnly? PricingDate { get; init; }

    /// <summary>The engagement as the comparison takes it; it may name a stored rate card, effort profiles and price-book entries by code.</summary>
    public required RawJson Document { get; init; }
}

/// <summary>Which structures go to the client.</summary>
public sealed record OfferTerms
{
    /// <summary>Positions in the document's feeStructures, counted from 0; one to three, none that opens the books.</summary>
    public required IReadOnlyList<int> Structures { get; init; }

    /// <summary>The recommended one of them.</summary>
    /// <example>7</example>
    public required int Recommended { get; init; }
}

internal abstract class DeskTermsValidator<T> : AbstractValidator<T>
    where T : DeskTerms
{
    protected DeskTermsValidator()
    {
        RuleFor(engagement => engagement.Stage).IsInEnum().WithMessage("stage is lead, qualified, proposal, negotiation, won or lost.");
        RuleFor(engagement => engagement.WinProbability).InclusiveBetween(0, 1).WithMessage("winProbability is a fraction from 0 to 1 (0.6 is 60 %).");
        RuleFor(engagement => engagement.LossReason).IsOptionalText(300);
        RuleFor(engagement => engagement.LossReason).Null().When(engagement => engagement.Stage != EngagementStage.Lost)
            .WithMessage("lossReason belongs to an engagement whose stage is lost.");
        RuleFor(engagement => engagement.InternalNotes).IsOptionalText(10_000);
        RuleFor(engagement => engagement.MarginLimit).IsOptionalNumber(-1, 1).FitsColumn("marginLimit");
        RuleFor(engagement => engagement.CertaintyEquivalentLimit).IsOptionalNumber(-Numbers.Huge, Numbers.Huge).FitsColumn("certaintyEquivalentLimit");
        When(engagement => engagement.Offer is not null, () =>
        {
            RuleFor(engagement => engagement.Offer!.Structures).Holds(1, Offer.MostOptions)
                .WithMessage("An offer holds one to three structures.");
            RuleFor(engagement => engagement.Offer!.Structures).Must(structures => structures.Distinct().Count() == structures.Count)
                .WithMessage("A structure stands once in an offer.");
            RuleFor(engagement => engagement.Offer!.Recommended).Must((engagement, recommended) => engagement.Offer!.Structures.Contains(recommended))
                .WithMessage("The recommended structure is one of the offer's.");
        });
    }
}
