using System.Runtime.CompilerServices;
using System.Text;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Engagements;

/// <summary>An engagement in which everything is found: roles by code, profiles by code, foreign money converted.</summary>
/// <remarks>After this step nothing can be missing; what is missing before it is a fault of the document.</remarks>
public sealed class ResolvedEngagement
{
    private readonly Dictionary<string, int> rolePositions;
    private readonly Dictionary<string, int> profilePositions;
    private readonly Dictionary<string, int> ratePositions;

    private ResolvedEngagement(Engagement document, bool isTraced)
    {
        Document = document;
        IsTraced = isTraced;
        Currency = Currency.Of(document.Currency);
        rolePositions = Positions(document.RateCard.Roles, role => role.Code);
        profilePositions = Positions(document.EffortProfiles, profile => profile.Code);
        ratePositions = Positions(document.ExchangeRates, rate => rate.Currency);
    }

    /// <summary>The document as sent.</summary>
    public Engagement Document { get; }

    /// <summary>The document's currency.</summary>
    public Currency Currency { get; }

    /// <summary>Whether every input is traced to its place in the document, for explanations; costs time and memory.</summary>
    public bool IsTraced { get; }

    /// <summary>Looks everything up.</summary>
    /// <param name="document">A document without faults.</param>
    /// <param name="traced">Whether figures shall carry their calculation trees.</param>
    /// <exception cref="ArgumentException">The currency is unknown, or a code stands twice.</exception>
    public static ResolvedEngagement From(Engagement document, bool traced = false) => new(document, traced);

    /// <summary>A number of the document as a figure that knows where it stands.</summary>
    internal Figure Input(decimal value, string name, [InterpolatedStringHandlerArgument("")] ref DocumentPlace place) =>
        IsTraced ? Derivation.Input(value, name, place.ToString()) : value;

    /// <summary>A number of the document under a name that is put together only where somebody asked.</summary>
    internal Figure Input(
        decimal value, [InterpolatedStringHandlerArgument("")] ref TracedText name, [InterpolatedStringHandlerArgument("")] ref DocumentPlace place) =>
        IsTraced ? Derivation.Input(value, name.ToString(), place.ToString()) : value;

    /// <summary>An amount of the document in the document's currency.</summary>
    /// <exception cref="KeyNotFoundException">The foreign currency has no rate.</exception>
    internal Figure ExchangeRateOf(string? currency)
    {
        if (currency is null || currency == Document.Currency)
            return 1;
        var position = ratePositions[currency];
        var rate = Document.ExchangeRates[position];
        return Input(rate.Rate, $"{Document.Currency} per {currency}", $"/exchangeRates/{position}/rate");
    }

    /// <summary>The role of a code.</summary>
    /// <exception cref="KeyNotFoundException">The rate card has no such role.</exception>
    internal (Role Role, int Position) RoleOf(string code)
    {
        var position = rolePositions[code];
        return (Document.RateCard.Roles[position], position);
    }

    /// <summary>The profile of a code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such profile.</exception>
    internal (EffortProfile Profile, int Position) ProfileOf(string code)
    {
        var position = profilePositions[code];
        return (Document.EffortProfiles[position], position);
    }

    /// <summary>What a net fee of 1 costs the client: 1 where it deducts input tax, else 1 + VAT rate.</summary>
    public Figure CostOfNetFee => Document.Value.InputTaxDeductible ?? true
        ? 1
        : (1 + Input(Document.Agency.VatRate, "VAT rate", $"/agency/vatRate")).Named("cost of a net fee of 1");

    private static Dictionary<string, int> Positions<T>(IReadOnlyList<T> list, Func<T, string> code)
    {
        var positions = new Dictionary<string, int>(list.Count, StringComparer.Ordinal);
        for (var i = 0; i < list.Count; i++)
            positions.Add(code(list[i]), i);
        return positions;
    }
}

/// <summary>A JSON pointer that is put together only where somebody asked for explanations.</summary>
[InterpolatedStringHandler]
#pragma warning disable CS9113 // The compiler passes the lengths; nobody needs them.
internal readonly ref struct DocumentPlace(int literalLength, int formattedCount, ResolvedEngagement engagement, out bool isTraced)
#pragma warning restore CS9113
{
    private readonly StringBuilder? text = (isTraced = engagement.IsTraced) ? new StringBuilder() : null;

    public void AppendLiteral(string literal) => text?.Append(literal);

    public void AppendFormatted(int index) => text?.Append(index);

    public void AppendFormatted(string token) => text?.Append(token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    public override string ToString() => text?.ToString() ?? "";
}

/// <summary>A figure's name that is put together only where somebody asked for explanations.</summary>
[InterpolatedStringHandler]
#pragma warning disable CS9113 // The compiler passes the lengths; nobody needs them.
internal readonly ref struct TracedText(int literalLength, int formattedCount, ResolvedEngagement engagement, out bool isTraced)
#pragma warning restore CS9113
{
    private readonly StringBuilder? text = (isTraced = engagement.IsTraced) ? new StringBuilder() : null;

    public void AppendLiteral(string literal) => text?.Append(literal);

    public void AppendFormatted(string word) => text?.Append(word);

    public override string ToString() => text?.ToString() ?? "";
}
