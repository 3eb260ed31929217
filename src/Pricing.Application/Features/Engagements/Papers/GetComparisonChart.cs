using FluentValidation;
using MediatR;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Persistence;
using Pricing.Documents.Charts;

namespace Pricing.Application.Features.Engagements.Papers;

/// <summary>The comparison as an internal chart: per structure the fee split into cost and profit, the client's surplus, floor, ceiling and risk.</summary>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Form">The picture; it grows in height where the structures need more.</param>
public sealed record GetComparisonChart(Guid Id, AnswerForm Form) : IRequest<byte[]>;

internal sealed class GetComparisonChartValidator : AbstractValidator<GetComparisonChart>
{
    public GetComparisonChartValidator() => this.BoundPicture(request => request.Form);
}

internal sealed class GetComparisonChartHandler(PricingDb db) : IRequestHandler<GetComparisonChart, byte[]>
{
    public async Task<byte[]> Handle(GetComparisonChart request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        return new ComparisonChart(ComparisonChartData.Of(engagement.Compare())).Drawn(request.Form);
    }
}
