using Pricing.Documents;
using Pricing.Documents.ClientPages;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Proposals;

/// <summary>The lines of a price as figures: named, and with what rounding leaves between them and the net price.</summary>
internal static class ShownLines
{
    /// <summary>What a line is called; null where its group says all.</summary>
    public static string? NameOf(PriceLine line, DocumentLanguage language, Currency currency) => line.Name ?? line.Kind switch
    {
        PriceKind.Service or PriceKind.Part or PriceKind.Success or PriceKind.Discount => null,
        _ => PageWords.Of(language, currency)[$"price.{line.Kind}"],
    };

    /// <summary>What the printed lines differ from the net price by, with its name; null for nothing.</summary>
    public static (string Name, decimal Amount)? RoundingOf(FeeOption option, DocumentLanguage language, Currency currency) =>
        option.Net - option.Lines.Sum(line => line.Amount.ToMinorUnit(currency)) is not 0 and var rounding ? (PageWords.Of(language, currency)["prices.rounding"], rounding) : null;
}
