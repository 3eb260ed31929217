using System.Text;
using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Persistence;
using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Proposals;

/// <summary>What a cut of scope saves and what it does not, and what ending now costs: of the accepted option, or of the recommended one. Nothing is stored.</summary>
public sealed record CutScope : IRequest<ScopeCutView>
{
    /// <summary>The proposal; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>What is left of quantities and hours, a fraction from 0 to 0.99.</summary>
    /// <example>0.5</example>
    public required decimal Scope { get; init; }

    /// <summary>What of them is done already, a fraction from 0 to 1. Default 0.</summary>
    /// <example>0.25</example>
    public decimal Done { get; init; }
}

/// <summary>What a cut of scope saves and what it does not.</summary>
/// <param name="Option">Letter of the option.</param>
/// <param name="Currency">ISO 4217 code of the amounts.</param>
/// <param name="Lines">Cost by kind.</param>
/// <param name="CostBefore">Expected cost of the whole scope.</param>
/// <param name="CostAfter">Expected cost of what is left, work already done included.</param>
/// <param name="CostOfStopping">Expected cost where the work ends now.</param>
/// <param name="FeeBefore">Expected fee as offered.</param>
/// <param name="FeeAfter">Expected fee of what is left under the same fee structure; null where it is infeasible then.</param>
/// <param name="FeeThatKeepsMargin">Fee of what is left at which the margin stays.</param>
/// <param name="FeeOfStopping">Fee at which the margin stays where the work ends now.</param>
public sealed record ScopeCutView(
    string Option, string Currency, IReadOnlyList<ScopeCutLineView> Lines, decimal CostBefore, decimal CostAfter, decimal CostOfStopping, decimal FeeBefore, decimal? FeeAfter,
    decimal FeeThatKeepsMargin, decimal FeeOfStopping);

/// <summary>Cost of a kind before and after a cut.</summary>
/// <param name="Kind">labour, ai, artisticThirdParty, otherThirdParty or artistSocialLevy.</param>
/// <param name="Before">Cost of the whole scope.</param>
/// <param name="After">Cost of what is left.</param>
/// <param name="Fixed">What does not shrink with the scope.</param>
/// <param name="AtStop">What is spent or can no longer be averted where the work ends now.</param>
public sealed record ScopeCutLineView(CostLineKind Kind, decimal Before, decimal After, decimal Fixed, decimal AtStop);

internal sealed class CutScopeValidator : AbstractValidator<CutScope>
{
    public CutScopeValidator()
    {
        RuleFor(cut => cut.Scope).IsNumber(0, 0.99m);
        RuleFor(cut => cut.Done).IsNumber(0, 1);
    }
}

internal sealed class CutScopeHandler(PricingDb db, ProposalDesk desk) : IRequestHandler<CutScope, ScopeCutView>
{
    public async Task<ScopeCutView> Handle(CutScope request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await db.ReadProposal(request.Id, null, cancellationToken);
        var drawn = await desk.DrawUp(proposal, version, cancellationToken);
        var letter = version.Decided?.Option ?? drawn.Client.Recommended.Letter!;
        var option = drawn.OptionOf(letter);
        var (whole, currency) = (option.Comparison, option.Comparison.Currency);
        var left = Left(whole, request.Scope);
        var cut = ScopeCut.Of(whole.Cost, left.Cost, request.Scope, request.Done);
        var fee = whole.Structures[option.Structure].ExpectedFee!.Value;
        return new(
            letter, currency.Code, [.. cut.Lines.Select(line => new ScopeCutLineView(line.Kind, Shown(line.Before), Shown(line.After), Shown(line.Fixed), Shown(line.AtStop)))],
            Shown(cut.CostBefore), Shown(cut.CostAfter), Shown(cut.CostOfStopping), Shown(fee), left.Structures[option.Structure].ExpectedFee is { } cutFee ? Shown(cutFee) : null,
            Shown(Kept(cut.CostAfter)), Shown(Kept(cut.CostOfStopping)));

        decimal Shown(Money amount) => amount.ToMinorUnit(currency);

        Money Kept(Money cost) => cut.CostBefore.IsZero ? Money.Zero : fee * (cost / cut.CostBefore.Figure).Figure;
    }

    private static Comparison Left(Comparison whole, decimal scope)
    {
        try
        {
            var document = Encoding.UTF8.GetString(EngagementWriter.Write(whole.Engagement.Document));
            return Comparison.Of(ResolvedEngagement.From(EngagementReader.Restore(ScenarioDocument.From(document, new ScopeAlone { Scope = scope }).Utf8)));
        }
        catch (Exception e) when (e is ArgumentException or BeyondBoundsException)
        {
            throw new InvalidRequestException([new("/scope", "What is left cannot be priced: an amount would be too small, or a fee beyond all bounds. Leave more of the scope.")]);
        }
    }

    private sealed record ScopeAlone : ScenarioStart;
}
