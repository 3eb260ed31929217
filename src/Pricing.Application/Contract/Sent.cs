namespace Pricing.Application.Contract;

/// <summary>A required value as sent, or the news that it is missing or unreadable; that is reported already.</summary>
/// <remarks>Rules that join several values ask <see cref="IsRead"/>, so that nothing is reported that only follows.</remarks>
internal readonly record struct Sent<T>(T Value, bool IsRead)
{
    public static implicit operator T(Sent<T> sent) => sent.Value;
}
