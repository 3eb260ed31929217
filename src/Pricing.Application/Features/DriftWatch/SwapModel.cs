using System.Globalization;
using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.Repricing;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.DriftWatch;

/// <summary>
/// Puts a model's successor in its place in all open engagements, with the successor's price, acceptance rate and review minutes. The dry run shows the
/// difference; the real call needs its confirmation, so that nothing is changed that nobody has seen.
/// </summary>
/// <remarks>Refused as <c>difference-changed</c> where an engagement or a price is another one than in the dry run.</remarks>
public sealed record SwapModel : IRequest<ModelSwap>
{
    /// <summary>Whether only to show the difference. From the query, never from the body.</summary>
    [JsonIgnore]
    public bool ValidateOnly { get; init; }

    /// <summary>Code of the price-book entry to replace; 1 to 100 characters.</summary>
    /// <example>flux.2-pro</example>
    public required string Code { get; init; }

    /// <summary>Code of its successor. Default: the one that the entry names.</summary>
    /// <example>flux.2-flex</example>
    public string? Successor { get; init; }

    /// <summary>Share of the successor's attempts that is accepted, 0.000001 to 1. Default: that of its price-book entry, else that of each generation.</summary>
    /// <example>0.5</example>
    public decimal? AcceptanceProbability { get; init; }

    /// <summary>Minutes of review for each attempt, where somebody reviews, 0 to 1,000,000. Default: those of its price-book entry, else those of each generation.</summary>
    /// <example>0.5</example>
    public decimal? ReviewMinutesPerAttempt { get; init; }

    /// <summary>Day as of which the engagements are priced; it becomes their pricing date. Default: today.</summary>
    /// <example>2026-11-25</example>
    public DateOnly? PricingDate { get; init; }

    /// <summary>The confirmation that the dry run answered; required for the real call.</summary>
    /// <example>null</example>
    public string? Confirmation { get; init; }
}

internal sealed class SwapModelValidator : AbstractValidator<SwapModel>
{
    public SwapModelValidator()
    {
        RuleFor(swap => swap.Code).IsText(100);
        RuleFor(swap => swap.Successor).IsOptionalText(100);
        RuleFor(swap => swap.Successor).NotEqual(swap => swap.Code).WithMessage("successor is another code than code.");
        RuleFor(swap => swap.AcceptanceProbability).IsOptionalNumber(0.000001m, 1);
        RuleFor(swap => swap.ReviewMinutesPerAttempt).IsOptionalNumber(0, 1_000_000);
        RuleFor(swap => swap.Confirmation).NotNull().When(swap => !swap.ValidateOnly)
            .WithMessage("confirmation is missing. Send validateOnly=true first, look at the difference, and send the confirmation that it answers.");
    }
}

internal sealed class SwapModelHandler(PricingDb db, EngagementPricing pricing, Actor actor, TimeProvider time) : IRequestHandler<SwapModel, ModelSwap>
{
    public async Task<ModelSwap> Handle(SwapModel request, CancellationToken cancellationToken)
    {
        var day = request.PricingDate ?? time.Today();
        var successor = await Successor(request, day, cancellationToken);
        var swap = new Successorship(
            request.Code, successor, request.AcceptanceProbability ?? successor.AcceptanceProbability, request.ReviewMinutesPerAttempt ?? successor.ReviewMinutesPerAttempt);
        var prices = await PricesOfADay.Load(db, day, cancellationToken);
        var candidates = await db.Engagements.Open().OrderBy(engagement => engagement.Id).ToListAsync(cancellationToken);
        var drafts = candidates.Where(engagement => swap.Concerns(engagement.SentDocument)).Select(engagement => Draft.Of(engagement, swap, prices)).ToList();

        var confirmation = Draft.ConfirmationOf(drafts);
        if (!request.ValidateOnly)
            await Apply(request, drafts, confirmation, cancellationToken);
        return ModelSwap.Of(swap, day, request.ValidateOnly, drafts, confirmation);
    }

    private async Task Apply(SwapModel request, IReadOnlyList<Draft> drafts, string confirmation, CancellationToken cancellationToken)
    {
        if (request.Confirmation != confirmation)
            throw new ConflictException("difference-changed", "An engagement or a price is another one than in the dry run. Send validateOnly=true again and look at the new difference.");
        foreach (var draft in drafts)
            db.Events.AddRange(await draft.Apply(pricing, actor, time.GetUtcNow(), cancellationToken));
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task<PriceBookEntry> Successor(SwapModel request, DateOnly day, CancellationToken cancellationToken)
    {
        var entries = await db.PriceBook.AsNoTracking().Where(entry => entry.Code == request.Code).ToListAsync(cancellationToken);
        var replaced = entries.MaxBy(entry => entry.ValidFrom) ?? throw Refused("/code", $"The price book has no entry {JsonText.Quote(request.Code)}.");
        var code = request.Successor ?? replaced.Successor ?? throw Refused("/successor", "successor is missing: the entry names none.");
        var named = await db.PriceBook.AsNoTracking().Where(entry => entry.Code == code).ToListAsync(cancellationToken);
        var successor = PriceBookEntry.Effective(named, day)
            ?? throw Refused("/successor", string.Create(CultureInfo.InvariantCulture, $"The price book has no entry {JsonText.Quote(code)} that is in force on {day:yyyy-MM-dd}."));
        return successor.Unit == replaced.Unit
            ? successor
            : throw Refused("/successor", $"{JsonText.Quote(code)} is priced per {successor.Unit}, {JsonText.Quote(request.Code)} per {replaced.Unit}; change the size of the attempts by hand.");
    }

    private static InvalidRequestException Refused(string pointer, string detail) => new([new(pointer, detail)]);
}
