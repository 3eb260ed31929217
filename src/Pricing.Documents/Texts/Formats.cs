using System.Globalization;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Texts;

/// <summary>Numbers and dates as a reader of the language writes them.</summary>
/// <remarks>Written out here, because culture data of the platform differs between machines and may be switched off.</remarks>
internal sealed class Formats(DocumentLanguage language, Currency currency)
{
    private const string Nbsp = "\u00A0";

    private static readonly NumberFormatInfo German = Separators(group: ".", point: ",");
    private static readonly NumberFormatInfo English = Separators(group: ",", point: ".");

    private readonly NumberFormatInfo numbers = language == DocumentLanguage.De ? German : English;
    private readonly DocumentTexts texts = DocumentTexts.Of(language);

    private bool IsGerman => language == DocumentLanguage.De;

    /// <summary>Sign or code of the currency, as a table head names it.</summary>
    public string Unit => currency.Code == "EUR" ? "€" : currency.Code;

    /// <summary>135.267,58 € or €135,267.58.</summary>
    public string Money(decimal minorUnits) => WithUnit(Amount(minorUnits));

    public string Money(Money money) => Money(money.ToMinorUnit(currency));

    /// <summary>The amount alone, in the currency's decimals.</summary>
    public string Amount(decimal minorUnits) => Fixed(minorUnits, currency.Decimals);

    public string Amount(Money money) => Amount(money.ToMinorUnit(currency));

    /// <summary>An agreed price, with more decimals than the currency has where it was agreed so.</summary>
    public string UnitPrice(Money price)
    {
        var rounded = price.ToMinorUnit(currency);
        return rounded == price.Amount ? Amount(rounded) : Plain(price.Amount, currency.Decimals, 6);
    }

    /// <summary>Whole units, for figures whose exact amount stands on the same page.</summary>
    public string Whole(Money money) => WithUnit(Fixed(money.Amount, 0));

    /// <summary>An agreed amount without decimals where it has none: 80.000 €, 95.000,50 €.</summary>
    public string Agreed(decimal amount) =>
        WithUnit(decimal.Truncate(amount) == amount ? Fixed(amount, 0) : new Money(amount) is var money && money.ToMinorUnit(currency) == amount ? Amount(amount) : Plain(amount, currency.Decimals, 6));

    /// <summary>The scale in which a chart reads best whose largest amount is given.</summary>
    public AmountScale ScaleFor(decimal largest) => Math.Abs(largest) switch
    {
        >= 10_000_000_000 => new(this, 1_000_000_000, IsGerman ? $"Mrd.{Nbsp}{Unit}" : $"{Unit}{Nbsp}billion", "billion"),
        >= 10_000_000 => new(this, 1_000_000, IsGerman ? $"Mio.{Nbsp}{Unit}" : $"{Unit}{Nbsp}million", "million"),
        >= 10_000 => new(this, 1_000, IsGerman ? $"Tsd.{Nbsp}{Unit}" : $"{Unit}{Nbsp}thousand", "thousand"),
        _ => new(this, 1, Unit, null) { Decimals = currency.Decimals },
    };

    /// <summary>The scale of fractions: per cent.</summary>
    public AmountScale PercentScale => new(this, 0.01m, "%", null, IsMoney: false);

    /// <summary>A scaled amount with its unit in running text: 55,6 Tsd. € or €55.6 thousand.</summary>
    public string InText(string number, string scaledUnit, string? scaleWord) =>
        IsGerman ? $"{number}{Nbsp}{scaledUnit}" : WithUnit(number) + (scaleWord is null ? "" : Nbsp + scaleWord);

    /// <summary>Two amounts without a unit as a range that names it once: 95.000 bis 150.000 € or €95,000 to 150,000.</summary>
    public string Range(string least, string most) => texts.Say("format.range", IsGerman ? least : WithUnit(least), IsGerman ? WithUnit(most) : most);

    /// <summary>A number with a sign behind it: 15 % or 15%.</summary>
    public string WithSign(string number, string sign) => IsGerman ? $"{number}{Nbsp}{sign}" : $"{number}{sign}";

    /// <summary>A number with a plus where it is a gain.</summary>
    public string Signed(decimal value, int decimals) => Fixed(value, decimals) is var number && value > 0 && number.Any(digit => digit is > '0' and <= '9') ? $"+{number}" : Fixed(value, decimals);

    /// <summary>A count or factor with a plus where it is a gain.</summary>
    public string SignedTick(decimal value) => value > 0 ? $"+{Quantity(value)}" : Quantity(value);

    /// <summary>A fraction as per cent: 15 % or 15%.</summary>
    public string Percent(decimal fraction, int mostDecimals = 2) => WithSign(Plain(fraction * 100, 0, mostDecimals), "%");

    /// <summary>A change as per cent, with a plus where it goes up.</summary>
    public string ChangePercent(decimal fraction) => fraction > 0 ? $"+{Percent(fraction)}" : Percent(fraction);

    /// <summary>Digits alone, as a seed is named.</summary>
    public static string Digits(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as it is read off a chart: three decimals at most, six where it is small.</summary>
    public string Number(decimal value) => Plain(value, 0, Math.Abs(value) < 0.1m ? 6 : 3);

    /// <summary>A count or factor without trailing zeros.</summary>
    public string Quantity(decimal quantity) => Plain(quantity, 0, 6);

    public string Date(DateOnly day) => IsGerman
        ? $"{Digits(day.Day)}.{Nbsp}{Month(day, "month")} {Digits(day.Year)}"
        : $"{Digits(day.Day)}{Nbsp}{Month(day, "month")} {Digits(day.Year)}";

    public string ShortDate(DateOnly day) => IsGerman
        ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
        : $"{Digits(day.Day)}{Nbsp}{Month(day, "shortMonth")}{Nbsp}{Digits(day.Year)}";

    /// <summary>Currency by name within a sentence: Beträge in Euro, amounts in euros.</summary>
    public string CurrencyInText => currency.Code != "EUR" ? currency.Code : IsGerman ? "Euro" : "euros";

    /// <summary>Currency by name.</summary>
    public string CurrencyName => currency.Code == "EUR" ? "Euro" : currency.Code;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static NumberFormatInfo Separators(string group, string point) => NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSeparator = group,
        NumberDecimalSeparator = point,
        NumberGroupSizes = [3],
        NumberNegativePattern = 1,
        NegativeSign = "\u2212",
    });

    private string Month(DateOnly day, string form) => texts[$"{form}.{Digits(day.Month)}"];

    private string WithUnit(string amount)
    {
        if (IsGerman)
            return $"{amount}{Nbsp}{Unit}";
        var space = Unit == "€" ? "" : Nbsp;
        return amount.StartsWith('\u2212') || amount.StartsWith('+') ? $"{amount[..1]}{Unit}{space}{amount[1..]}" : $"{Unit}{space}{amount}";
    }

    /// <summary>The scale of numbers that are no money.</summary>
    public AmountScale Numbers(string unit) => new(this, 1, unit, null, IsMoney: false);

    /// <summary>A number with so many decimals.</summary>
    public string Fixed(decimal value, int decimals)
    {
        var text = value.ToString($"N{Digits(decimals)}", numbers);
        // Less than half a unit below zero is zero, not minus zero.
        return text.StartsWith('\u2212') && text.All(character => !char.IsAsciiDigit(character) || character == '0') ? text[1..] : text;
    }

    private string Plain(decimal value, int leastDecimals, int mostDecimals)
    {
        var text = Fixed(value, mostDecimals);
        var point = text.IndexOf(numbers.NumberDecimalSeparator, StringComparison.Ordinal);
        if (point < 0)
            return text;
        var end = text.Length;
        while (end > point + 1 + leastDecimals && text[end - 1] == '0')
            end--;
        return end == point + 1 ? text[..point] : text[..end];
    }
}
