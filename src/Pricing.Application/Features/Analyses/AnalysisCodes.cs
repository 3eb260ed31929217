using Pricing.Application.Contract;
using Pricing.Model.Analyses;

namespace Pricing.Application.Features.Analyses;

/// <summary>The words of the analyses contract for what the model names.</summary>
internal static class AnalysisCodes
{
    public static readonly CodeTable<ComparisonFigure> Figures = new([.. Enum.GetValues<ComparisonFigure>().Select(figure => (CodeOf(figure), figure))]);

    public static string Of(ComparisonFigure figure) => CodeOf(figure);

    // The model's names are the contract's, but for the capital.
    private static string CodeOf(ComparisonFigure figure)
    {
        var name = figure.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
