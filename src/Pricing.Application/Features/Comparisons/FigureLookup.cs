using System.Collections;
using System.Globalization;
using System.Reflection;
using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Comparisons;

/// <summary>Finds the figure that a pointer into the answer means. The model's properties carry the contract's names.</summary>
internal static class FigureLookup
{
    public static bool TryFind(Comparison comparison, string pointer, out Figure figure, out string name)
    {
        (figure, name) = (default, "");
        if (pointer.Length < 2 || pointer[0] != '/')
            return false;

        object? found = comparison;
        foreach (var token in pointer[1..].Split('/'))
        {
            found = (found, token) switch
            {
                (Comparison, "bargainingRange") => comparison.BargainingRange,
                (Model.Value.BargainingRange, "split") => comparison.Split,
                (Money or Hours or Figure, _) => null,   // a figure has nothing below it
                (IList list, _) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Count ? list[at] : null,
                (null, _) => null,
                _ => found.GetType().GetProperty(Capitalised(token), BindingFlags.Public | BindingFlags.Instance)?.GetValue(found),
            };
            name = token;
        }

        switch (found)
        {
            case Money money:
                figure = money.Figure;
                return true;
            case Hours hours:
                figure = hours.Figure;
                return true;
            case Figure number:
                figure = number;
                return true;
            default:
                return false;
        }
    }

    private static string Capitalised(string token) => token.Length == 0 || char.IsUpper(token[0]) ? "" : char.ToUpperInvariant(token[0]) + token[1..];
}
