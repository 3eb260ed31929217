using FluentValidation;
using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Scenarios;

/// <summary>Draws the scenarios of an engagement side by side under a fee structure.</summary>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Structure">Position among the compared structures, counted from 0; null for the recommended one, else the first.</param>
/// <param name="Form">PNG or SVG, and its size.</param>
public sealed record DrawScenarios(Guid Id, int? Structure, AnswerForm Form) : IRequest<byte[]>;

internal sealed class DrawScenariosValidator : AbstractValidator<DrawScenarios>
{
    public DrawScenariosValidator() => this.BoundPicture(request => request.Form);
}

internal sealed class DrawScenariosHandler(PricingDb db, IMediator mediator) : IRequestHandler<DrawScenarios, byte[]>
{
    // What the agency earns, what it takes, what the client pays and gains.
    private static readonly ComparisonFigure[] Figures =
        [ComparisonFigure.ExpectedProfit, ComparisonFigure.ExpectedCost, ComparisonFigure.ExpectedFee, ComparisonFigure.ClientSurplus];

    public async Task<byte[]> Handle(DrawScenarios request, CancellationToken cancellationToken)
    {
        var table = await mediator.Send(new CompareScenarios(request.Id), cancellationToken);
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var position = request.Structure ?? engagement.OfferTerms?.Recommended ?? 0;
        if (position < 0 || position >= table.Structures.Count)
            throw new InvalidRequestException([new("/structure", $"There are {table.Structures.Count} fee structures, counted from 0; there is none at {position}.")]);

        var data = new ScenariosChartData(Figures, [.. table.Scenarios.Select(scenario => (scenario.IsBase ? null : scenario.Name, ValuesOf(scenario, position)))], position);
        var subject = new ChartSubject(engagement.Name, Currency.Of(table.Currency), [.. table.Structures.Select(structure => (structure.Name, structure.Type))]);
        return new ScenariosChart(data, subject).Drawn(request.Form);
    }

    private static IReadOnlyList<decimal?> ValuesOf(ScenarioColumn scenario, int position)
    {
        var figures = scenario.Structures[position].Figures;
        return [figures?.ExpectedProfit, scenario.Totals.Cost, figures?.ExpectedFee, figures?.ClientSurplus];
    }
}
