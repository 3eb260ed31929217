namespace Pricing.Application.Features;

/// <summary>The time zones of IANA.</summary>
internal static class TimeZones
{
    /// <summary>Whether there is one of this id. The names of Windows are understood by the platform and by few others.</summary>
    public static bool Has(string id) => (id == "UTC" || !TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out _)) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);
}
