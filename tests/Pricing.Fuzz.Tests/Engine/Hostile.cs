namespace Pricing.Fuzz.Tests.Engine;

/// <summary>Values that programs stumble over.</summary>
internal static class Hostile
{
    /// <summary>Numbers as they stand in JSON.</summary>
    public static readonly IReadOnlyList<string> Numbers =
    [
        "0", "-0", "-0.0", "1", "-1", "0.1", "1.0", "1e0", "1E+2", "1e-2", "0.005", "1.005", "-1.005", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967296",
        "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551616", "79228162514264337593543950335", "79228162514264337593543950336",
        "99999999999999999999999999999", "0.3333333333333333333333333333333333", "0.0000000000000000000000000001", "1e-28", "1e-29", "1e-400", "1e15", "1e16", "1e28", "1e29", "1e400", "-1e400",
        "1e2147483648", "999999999999.99", "1000000", "0.999999999999999999",
    ];

    /// <summary>What is no JSON number or no JSON at all, though some readers take it.</summary>
    public static readonly IReadOnlyList<string> NoJson = ["NaN", "Infinity", "-Infinity", "01", "+1", ".5", "1.", "0x10", "1_000", "'a'", "undefined", "True", "\"\t\"", "\"\\x\"", "\"a", "{a:1}", "[1,]"];

    /// <summary>Texts as they stand in JSON.</summary>
    public static readonly IReadOnlyList<string> Texts =
    [
        "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\u0001\"", "\"\\u000b\"", "\"\\uD800\"", "\"\\uDC00\\uD800\"", "\"\\uFFFE\"", "\"\\uFFFF\"", "\"\\u202e\"", "\"\\u200b\"", "\"\\ufeff\"",
        "\"a\\r\\nb\"", "\"a\\tb\"", "\"\\\\\"", "\"\\\"\"", "\"'; drop table clients; --\"", "\"%\"", "\"_\"", "\"%00\"", "\"../../etc/passwd\"", "\"<script>alert(1)</script>\"", "\"=1+1\"",
        "\"@SUM(A1)\"", "\"{{7*7}}\"", "\"${7*7}\"", "\"ÄÖÜß€\"", "\"ı İ ſ\"", "\"𝕏𝔜\"", "\"👩‍👩‍👧‍👦\"", "\"مرحبا\"", "\"e\\u0301\"", "\"null\"", "\"true\"", "\"0\"", "\"1.5\"", "\"-1\"", "\"NaN\"",
        "\"2026-02-30\"", "\"2026-13-01\"", "\"0000-00-00\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"10000-01-01\"", "\"2026-01-01T00:00:00Z\"", "\"00000000-0000-0000-0000-000000000000\"", "\"EUR\"", "\"eur\"",
        "\"XXX\"", "\"DE\"", "\"Europe/Berlin\"", "\"../Berlin\"", "\"http://127.0.0.1/\"", "\"https://example.org/a\"", "\"file:///etc/passwd\"", "\"a@b.example\"", "\"constructor\"", "\"__proto__\"",
    ];

    /// <summary>Values of another kind.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["null", "true", "false", "0", "1.5", "\"text\"", "[]", "[null]", "{}", "{\"\":0}", "[[[[]]]]"];

    /// <summary>Texts for an address or a query, before they are escaped.</summary>
    public static readonly IReadOnlyList<string> Words =
    [
        "", " ", "x", "-1", "0", "1e1", "1.5", "99999999999999999999", "null", "true", "yes", "%", "%00", "\0", "a'b", "\"", "<a>", "ÄÖÜ", "👩", "../..", "a,b", ",", "*", "a\r\nb: c", "2026-02-30", "2026-11-25",
        "0001-01-01", "9999-12-31", "10000-01-01", "2026-11-25T08:00:00Z", "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}", "AAAAAAAAAAAAAAAAAAAAAA", "/structures/0/expectedFee", "/", "//", "/cost/total",
    ];

    /// <summary>An id that nobody has.</summary>
    public static string Id(Draw draw) => new Guid([.. BitConverter.GetBytes(draw.Next()), .. BitConverter.GetBytes(draw.Next())]).ToString();
}
