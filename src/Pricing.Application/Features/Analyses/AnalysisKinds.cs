using Pricing.Application.Errors;

namespace Pricing.Application.Features.Analyses;

/// <summary>All kinds of analyses, in the order of the documentation.</summary>
public static class AnalysisKinds
{
    private static readonly AnalysisKind[] All =
    [
        new Delivery.AutomationSweepKind(),
        new Delivery.AiUnitEconomicsKind(),
        new Market.PriceErosionKind(),
        new Delivery.SavingsReinvestmentKind(),
        new Delivery.RoleHoursShiftKind(),
        new Market.MoodFilmTrapKind(),
        new Market.UserGeneratedContentKind(),
        new Market.OwnProductKind(),
        new IncentiveDesign.IncentiveDesignKind(),
        new Negotiation.NegotiationKind(),
        new Tornado.TornadoKind(),
        new Recommendation.RecommendationKind(),
        new BreakEven.BreakEvenKind(),
        new PricingTarget.PricingTargetKind(),
        new Simulation.SimulationKind(),
    ];

    /// <summary>Their names, as routes have them.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(All, kind => kind.Name);

    /// <exception cref="NotFoundException">There is no such kind.</exception>
    internal static AnalysisKind Find(string name) =>
        Array.Find(All, kind => kind.Name == name) ?? throw new NotFoundException("analysis", name);
}
