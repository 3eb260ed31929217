namespace Pricing.Application.Idempotency;

/// <summary>A call that brings a key, so that it may be sent again without taking effect again.</summary>
/// <param name="Operation">Method and route, such as <c>POST /api/v1/clients</c>.</param>
/// <param name="Key">The caller's key, 1 to 255 printable characters of ASCII.</param>
/// <param name="Fingerprint">SHA-256 of all that decides the answer: address, condition and body.</param>
public sealed record KeyedCall(string Operation, string Key, byte[] Fingerprint)
{
    /// <summary>Most characters of a key.</summary>
    public const int LongestKey = 255;
}

/// <summary>What a call is answered with.</summary>
/// <param name="Status">Status.</param>
/// <param name="ContentType">Media type of the body; null where there is none.</param>
/// <param name="ETag">Version of the resource; null where the answer names none.</param>
/// <param name="Location">Address of a new resource; null where there is none.</param>
/// <param name="Body">The body, encrypted by whoever keeps the key for it.</param>
public sealed record Answer(int Status, string? ContentType, string? ETag, string? Location, byte[] Body);
