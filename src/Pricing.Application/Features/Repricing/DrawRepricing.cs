using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Analyses;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Repricing;

/// <summary>Figures that a repricing has a bridge of.</summary>
public enum BridgedFigure
{
    /// <summary>Expected fee.</summary>
    ExpectedFee,

    /// <summary>Expected cost.</summary>
    ExpectedCost,

    /// <summary>Expected profit.</summary>
    ExpectedProfit,
}

/// <summary>Draws a bridge of a repricing.</summary>
/// <param name="Repricing">The repricing, in the form of a picture.</param>
/// <param name="Figure">The figure.</param>
public sealed record DrawRepricing(RepriceEngagement Repricing, BridgedFigure Figure) : IRequest<byte[]>;

internal sealed class DrawRepricingHandler(IMediator mediator) : IRequestHandler<DrawRepricing, byte[]>
{
    public async Task<byte[]> Handle(DrawRepricing request, CancellationToken cancellationToken)
    {
        var bridges = await mediator.Send(request.Repricing, cancellationToken);
        var (figure, bridge) = request.Figure switch
        {
            BridgedFigure.ExpectedCost => (ComparisonFigure.ExpectedCost, bridges.Cost),
            BridgedFigure.ExpectedFee => (ComparisonFigure.ExpectedFee, bridges.Fee),
            BridgedFigure.ExpectedProfit => (ComparisonFigure.ExpectedProfit, bridges.Profit),
        };
        if (bridge is null)
            throw new InvalidRequestException([new("/figure", "The structure is infeasible on the way, so only expectedCost has a bridge.")]);

        var isOther = bridges.Against.Engagement != bridges.Engagement || bridges.Against.Scenario is not null;
        var data = new RepricingChartData(
            figure, bridge.From, bridge.To, [.. bridge.Steps.Select(step => (step.Cause, step.Amount))], isOther ? bridges.Against.Name : null, bridges.Against.PricingDate, bridges.AsOf);
        var subject = new ChartSubject(bridges.Name, Currency.Of(bridges.Currency), [(bridges.Structure.Name, bridges.Structure.Type)]);
        return RepricingChart.Of(data, subject, request.Repricing.Form.Language).Drawn(request.Repricing.Form);
    }
}
