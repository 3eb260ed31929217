using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pricing.Api.Tests.Webhooks;

/// <summary>Checks signatures as a receiver does; written from the text of Standard Webhooks, and shown in docs/webhooks.md.</summary>
internal static class Verifier
{
    private const int ToleranceSeconds = 5 * 60;

    public static bool Accepts(string secret, string id, string timestamp, string signatures, byte[] body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - seconds) > ToleranceSeconds)
            return false;
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret["whsec_".Length..]));
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        var expected = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(hash.GetHashAndReset()));
        return signatures.Split(' ').Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), expected));
    }
}
