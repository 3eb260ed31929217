namespace Pricing.Documents.Texts;

/// <summary>Amounts of a chart, counted in units, thousands or millions.</summary>
/// <param name="Formats">The language's formats.</param>
/// <param name="Divisor">How many units one stands for.</param>
/// <param name="Unit">The unit as a head names it: Tsd. € or € thousand.</param>
/// <param name="ScaleWord">The English word behind an amount in text; null for plain units.</param>
/// <param name="IsMoney">Whether the unit is a currency's, which English writes before the amount.</param>
internal sealed record AmountScale(Formats Formats, decimal Divisor, string Unit, string? ScaleWord, bool IsMoney = true)
{
    /// <summary>Decimals of a number.</summary>
    public int Decimals { get; init; } = 1;

    public string Number(decimal amount) => Formats.Fixed(amount / Divisor, Decimals);

    public string Tick(decimal amount) => Formats.Quantity(amount / Divisor);

    public string InText(decimal amount) => WithUnit(Number(amount));

    public string SignedInText(decimal amount) => WithUnit(Signed(amount));

    /// <summary>With a plus before a gain, so that gains and losses read alike.</summary>
    public string Signed(decimal amount) => Number(amount) is var number && number.StartsWith('\u2212') || amount == 0 ? Number(amount) : $"+{number}";

    private string WithUnit(string number) => IsMoney ? Formats.InText(number, Unit, ScaleWord) : Formats.WithSign(number, Unit);
}
