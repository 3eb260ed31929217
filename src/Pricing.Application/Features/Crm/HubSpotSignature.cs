using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Pricing.Application.Features.Crm;

/// <summary>HubSpot's signature of a call, version 3: HMAC-SHA256 of method, address, body and time in milliseconds.</summary>
internal static partial class HubSpotSignature
{
    /// <summary>Header of the signature.</summary>
    public const string Header = "X-HubSpot-Signature-v3";

    /// <summary>Header of the time.</summary>
    public const string TimeHeader = "X-HubSpot-Request-Timestamp";

    private const long MostAgeInMilliseconds = 300_000;

    // HubSpot decodes these alone before it signs.
    private const string Decoded = ":/?@!$'()*,;";

    /// <summary>Whether a call is HubSpot's.</summary>
    /// <param name="secret">The app's client secret.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="address">The public address that was called, with its query.</param>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="timestamp">The header of the time; null where there is none.</param>
    /// <param name="signature">The header of the signature; null where there is none.</param>
    /// <param name="now">The time.</param>
    public static bool Accepts(string secret, string method, string address, byte[] body, string? timestamp, string? signature, DateTimeOffset now)
    {
        if (signature is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return false;
        if (milliseconds > now.ToUnixTimeMilliseconds() + MostAgeInMilliseconds || milliseconds < now.ToUnixTimeMilliseconds() - MostAgeInMilliseconds)
            return false;
        byte[] signed = [.. Encoding.UTF8.GetBytes(method + Escape().Replace(address, Decode)), .. body, .. Encoding.UTF8.GetBytes(timestamp)];
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature));
    }

    private static string Decode(Match escape)
    {
        var letter = (char)int.Parse(escape.ValueSpan[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return Decoded.Contains(letter, StringComparison.Ordinal) ? letter.ToString() : escape.Value;
    }

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Escape();
}
