using System.Security.Cryptography;

namespace Pricing.Application.Features.Webhooks;

/// <summary>How secrets of endpoints look: <c>whsec_</c> and 32 random bytes in base64, after Standard Webhooks.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Length = 32;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Length);

    public static string TextOf(byte[] secret) => Prefix + Convert.ToBase64String(secret);
}
