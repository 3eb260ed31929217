using Pricing.Application.Contract;
using Pricing.Model.Analyses;

namespace Pricing.Application.Features.Analyses;

/// <summary>The words of the analyses contract for what the model names: the same names, but for the capital.</summary>
internal static class AnalysisCodes
{
    public static readonly CodeTable<ComparisonFigure> Figures = FiguresOf(Enum.GetValues<ComparisonFigure>());

    public static CodeTable<ComparisonFigure> FiguresOf(params ComparisonFigure[] figures) => new(Array.ConvertAll(figures, figure => (EnumCode.Of(figure), figure)));
}
