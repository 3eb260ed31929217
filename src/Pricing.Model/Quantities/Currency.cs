using System.Collections.Frozen;

namespace Pricing.Model.Quantities;

/// <summary>A currency of ISO 4217 and the number of decimals of its minor unit.</summary>
public sealed class Currency
{
    // ISO 4217 list one of 2024-06-25 with its later changes: XCG for ANG (31 March 2025), XAD new (12 May 2025), BGN and CUC
    // moved to the historic list. Metals and test codes have no minor unit; they count none.
    private const string NoDecimals = """
        BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XAG XAU XBA XBB XBC XBD XDR XOF XPD XPF
        XPT XSU XTS XUA XXX
        """;

    private const string TwoDecimals = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
        CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
        HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK
        MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD
        RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH
        USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
        """;

    private const string ThreeDecimals = """
        BHD IQD JOD KWD LYD OMR TND
        """;

    private const string FourDecimals = """
        CLF UYW
        """;

    private static readonly FrozenSet<string> NoMoney = FrozenSet.Create(StringComparer.Ordinal, "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX");

    private static readonly FrozenDictionary<string, Currency> ByCode = new[] { (NoDecimals, 0), (TwoDecimals, 2), (ThreeDecimals, 3), (FourDecimals, 4) }
        .SelectMany(group => group.Item1.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), (group, code) => new Currency(code, group.Item2))
        .ToFrozenDictionary(currency => currency.Code, StringComparer.Ordinal);

    private Currency(string code, int decimals) => (Code, Decimals) = (code, decimals);

    /// <summary>The three letters, such as EUR.</summary>
    public string Code { get; }

    /// <summary>Decimals of the minor unit: 2 for EUR, 0 for JPY, 3 for KWD.</summary>
    public int Decimals { get; }

    /// <summary>Whether anybody is paid in it: not metals, accounting units, test codes and "no currency", which all begin with X as some money does.</summary>
    public bool IsMoney => !NoMoney.Contains(Code);

    /// <summary>The smallest amount that is paid: 0.01 for EUR, 1 for JPY.</summary>
    public decimal MinorUnit => new(1, 0, 0, false, (byte)Decimals);

    /// <summary>Every code of ISO 4217 that the model knows.</summary>
    public static IEnumerable<string> Codes => ByCode.Keys;

    /// <summary>The currency of a code, or null where ISO 4217 has no such code. Codes are case-sensitive.</summary>
    public static Currency? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The currency of a code.</summary>
    /// <exception cref="ArgumentException">ISO 4217 has no such code.</exception>
    public static Currency Of(string code) => Find(code) ?? throw new ArgumentException($"{code} is no currency of ISO 4217.", nameof(code));

    /// <inheritdoc/>
    public override string ToString() => Code;
}
