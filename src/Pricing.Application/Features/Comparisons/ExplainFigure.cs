using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Comparisons;

/// <summary>The calculation tree of a figure, down to the inputs and where they come from.</summary>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Of">JSON pointer of the figure in the comparison, such as <c>/structures/0/expectedFee</c>.</param>
public sealed record ExplainFigure(Guid Id, string Of) : IRequest<ExplainFigureResponse>;

/// <summary>How a figure came about.</summary>
/// <param name="Of">JSON pointer of the figure.</param>
/// <param name="Engagement">Id of the engagement.</param>
/// <param name="Version">Version of the engagement.</param>
/// <param name="PricingDate">Day as of which its prices were resolved.</param>
/// <param name="Currency">Currency of amounts.</param>
/// <param name="Figure">The tree.</param>
public sealed record ExplainFigureResponse(string Of, Guid Engagement, int Version, DateOnly PricingDate, string Currency, ExplainedFigure Figure);

/// <summary>One figure of the tree.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, unrounded but for twelve decimals.</param>
/// <param name="Formula">How it comes from its parts; null for an input that somebody stated.</param>
/// <param name="Input">
/// JSON pointer of an input in the engagement's document; null for a computed figure. Below a driver that a calculator filled it is the pointer in the
/// calculator's request, such as <c>/inputs/uplift/value</c>.
/// </param>
/// <param name="Source">Rate card, price-book entry or other source of an input with its version and date; null where the document states it itself.</param>
/// <param name="SameAs">JSON pointer within this tree where the same figure is already explained; null where it is explained here.</param>
/// <param name="Parts">The figures it comes from; without those that tell what a single role costs, for readers who may not see salaries.</param>
public sealed record ExplainedFigure(
    string Name, decimal Value, string? Formula, string? Input, string? Source, string? SameAs, IReadOnlyList<ExplainedFigure> Parts);

internal sealed class ExplainFigureHandler(PricingDb db, Actor actor) : IRequestHandler<ExplainFigure, ExplainFigureResponse>
{
    public async Task<ExplainFigureResponse> Handle(ExplainFigure request, CancellationToken cancellationToken)
    {
        var withRoleCosts = actor.May(Right.ReadSalaries);
        if (!withRoleCosts && IsCostOfARole(request.Of))
            throw new NotAllowedException("What a single role costs tells its salary; it is for finance and administrators. Ask for a sum, such as /cost/labour.");
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var comparison = engagement.Compare(traced: true);
        if (!FigureLookup.TryFind(comparison, request.Of, out var figure, out var name))
            throw new InvalidRequestException([new("/of", "The comparison has no figure there; of is a JSON pointer such as /structures/0/expectedFee.")]);
        var tree = new ExplanationTree(engagement.Sources, comparison.Engagement.Document, engagement.Explained, withRoleCosts).Explain(figure, name);
        return new(request.Of, engagement.Id, engagement.Version, engagement.PricingDate, comparison.Currency.Code, tree);
    }

    private static bool IsCostOfARole(string pointer) => pointer.Split('/') is ["", "cost", "lines", _, "amount"] or ["", "cost", "byRole", _, "labour"];
}
