using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Pricing.Application.Errors;
using Pricing.Application.Features;
using Pricing.Application.Features.ExternalIds;

namespace Pricing.Api;

/// <summary>Versions as entity tags: <c>"v3"</c>.</summary>
internal static class ETags
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"v{version}\"");

    /// <summary>200 with the resource and its ETag; 304 where the caller has this version already.</summary>
    public static IResult Ok<T>(HttpContext context, T resource)
        where T : IVersioned
    {
        var tag = Of(resource.Version);
        context.Response.Headers.ETag = tag;
        return HttpMethods.IsGet(context.Request.Method) && IsKnown(tag, context.Request.Headers.IfNoneMatch)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(resource);
    }

    /// <summary>201 with the new resource, its address and its ETag.</summary>
    public static IResult Created<T>(HttpContext context, string collection, T resource)
        where T : IVersioned
    {
        context.Response.Headers.ETag = Of(resource.Version);
        return TypedResults.Created($"/api/v1/{collection}/{resource.Id}", resource);
    }

    /// <summary>200 or 201 with a resource that was replaced or created.</summary>
    public static IResult Upserted<T>(HttpContext context, string collection, Upserted<T> upserted)
        where T : IVersioned => upserted.IsNew ? Created(context, collection, upserted.View) : Ok(context, upserted.View);

    /// <summary>On what an upsert depends.</summary>
    public static UpsertCondition ConditionOf(HttpContext context) =>
        ConditionOf(context.Request.Headers.IfMatch.ToString().Trim(), context.Request.Headers.IfNoneMatch.ToString().Trim());

    /// <summary>On what an upsert depends. A tag that is none of ours, or a weak one, is no version that anything has.</summary>
    public static UpsertCondition ConditionOf(string? ifMatch, string? ifNoneMatch) => ifMatch switch
    {
        null or "" => UpsertCondition.None with { CreatesOnly = ifNoneMatch == "*" },
        "*" => new(true, null),
        _ => new(true, [.. Tags(ifMatch).Where(tag => !tag.IsWeak).Select(tag => VersionOf(tag.Tag.ToString())).OfType<int>()]),
    };

    /// <summary>The version that <c>If-Match</c> names; null for <c>*</c>, whatever the version.</summary>
    /// <exception cref="MissingVersionException">There is no such header.</exception>
    /// <exception cref="StaleVersionException">The header is no tag of ours, a weak one included.</exception>
    public static async Task<int?> ReadVersion(HttpContext context, Func<Task<IVersioned>> current)
    {
        var header = context.Request.Headers.IfMatch.ToString().Trim();
        if (header == "*")
            return null;
        if (header.Length == 0)
            throw new MissingVersionException((await current()).Version);
        if (VersionOf(header) is { } version)
            return version;

        // A list, a weak tag or no tag of ours: matches where the current version is one of the strong ones.
        var now = (await current()).Version;
        return Tags(context.Request.Headers.IfMatch).Any(tag => !tag.IsWeak && tag.Tag == Of(now)) ? now : throw new StaleVersionException(now);
    }

    // If-None-Match compares weakly: proxies that compress make tags weak.
    private static bool IsKnown(string tag, StringValues header) => header == "*" || Tags(header).Any(known => known.Tag == tag);

    private static IList<EntityTagHeaderValue> Tags(StringValues header) => EntityTagHeaderValue.TryParseList(header, out var tags) ? tags : [];

    private static int? VersionOf(string tag) =>
        tag is ['"', 'v', .. var number, '"'] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && Of(version) == tag
            ? version
            : null;
}
