using System.Globalization;

namespace Pricing.Api;

/// <summary>Marks an operation that goes away: since when it is deprecated, when it stops, and where its successor is described.</summary>
/// <param name="DeprecatedOn">Day from which it is deprecated (RFC 9745); may lie ahead.</param>
/// <param name="Sunset">Day on which it stops to answer (RFC 8594); not before.</param>
/// <param name="Guide">Address of what to do instead.</param>
internal sealed record Retirement(DateOnly DeprecatedOn, DateOnly Sunset, string Guide);

internal static class RetiredRoutes
{
    /// <summary>Announces the end of an operation in every answer of it and in the document.</summary>
    /// <exception cref="ArgumentException">It would stop before it is deprecated.</exception>
    public static RouteHandlerBuilder Retires(this RouteHandlerBuilder builder, DateOnly deprecatedOn, DateOnly sunset, string guide)
    {
        if (sunset < deprecatedOn)
            throw new ArgumentException("An operation is deprecated before it stops.", nameof(sunset));
        var retirement = new Retirement(deprecatedOn, sunset, guide);
        return builder.WithMetadata(retirement).AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.OnStarting(() => Announce(context.HttpContext.Response.Headers, retirement));
            return next(context);
        });
    }

    private static Task Announce(IHeaderDictionary headers, Retirement retirement)
    {
        headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{Start(retirement.DeprecatedOn).ToUnixTimeSeconds()}");
        headers["Sunset"] = Start(retirement.Sunset).ToString("R", CultureInfo.InvariantCulture);
        headers.Append("Link", $"<{retirement.Guide}>; rel=\"deprecation\", <{retirement.Guide}>; rel=\"sunset\"");
        return Task.CompletedTask;
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
