using FluentValidation;
using FluentValidation.Validators;

namespace Pricing.Application.Features;

/// <summary>The time zones of IANA.</summary>
internal static class TimeZones
{
    private const int LongestId = 64;

    /// <summary>The id of a zone; nothing is said of a text that is absent.</summary>
    public static IRuleBuilderOptions<T, string?> IsTimeZone<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new ZoneRule<T>());

    /// <summary>Whether there is one of this id. The names of Windows are understood by the platform and by few others.</summary>
    private static bool Has(string id) =>
        id.Length <= LongestId && (id == "UTC" || !TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out _)) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    /// <summary>The day of a moment in a zone.</summary>
    public static DateOnly DayOf(DateTimeOffset moment, string zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone)).Date);

    // A validator and no condition, so that the description of the service can read how long an id is.
    private sealed class ZoneRule<T> : PropertyValidator<T, string?>, ILengthValidator
    {
        public override string Name => nameof(ZoneRule<>);

        public int Min => 1;

        public int Max => LongestId;

        public override bool IsValid(ValidationContext<T> context, string? value) => value is null || Has(value);

        protected override string GetDefaultMessageTemplate(string errorCode) => "timeZone is an IANA time zone, such as Europe/Berlin.";
    }
}
