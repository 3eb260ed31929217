using System.Runtime.CompilerServices;
using System.Text;

namespace Pricing.Model.Quantities;

/// <summary>A name with holes that is put together only for figures that tell how they came about.</summary>
[InterpolatedStringHandler]
internal readonly ref struct NameText
{
    private readonly StringBuilder? text;

    public NameText(int literalLength, int formattedCount, Figure figure, out bool isAsked) =>
        text = (isAsked = figure.Origin is not null) ? new StringBuilder(literalLength + 16 * formattedCount) : null;

    public NameText(int literalLength, int formattedCount, Money money, out bool isAsked)
        : this(literalLength, formattedCount, money.Figure, out isAsked)
    {
    }

    public NameText(int literalLength, int formattedCount, Hours hours, out bool isAsked)
        : this(literalLength, formattedCount, hours.Figure, out isAsked)
    {
    }

    public NameText(int literalLength, int formattedCount, HourlyRate rate, out bool isAsked)
        : this(literalLength, formattedCount, rate.PerHour, out isAsked)
    {
    }

    public void AppendLiteral(string literal) => text?.Append(literal);

    public void AppendFormatted(string word) => text?.Append(word);

    public void AppendFormatted(int number) => text?.Append(number);

    public override string ToString() => text?.ToString() ?? "";
}
