using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Pricing.Application.Features;

namespace Pricing.Api.Lists;

/// <summary>Closes cursors with the key ring: they outlive a restart, and every process of the service opens them.</summary>
internal sealed class RingCursorSeal(IDataProtectionProvider protection) : ICursorSeal
{
    private readonly IDataProtector protector = protection.CreateProtector("Pricing.Cursors");

    public string Close(byte[] cursor) => Base64Url.EncodeToString(protector.Protect(cursor));

    public byte[]? Open(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        try
        {
            return protector.Unprotect(Base64Url.DecodeFromChars(text));
        }
        catch (CryptographicException)
        {
            return null;   // the platform has no other way to say that it is none of ours
        }
    }
}
