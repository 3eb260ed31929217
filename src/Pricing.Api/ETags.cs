using System.Globalization;
using Pricing.Application.Errors;
using Pricing.Application.Features;

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
        return HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.IfNoneMatch == tag
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
        if (header is ['"', 'v', .. var number, '"'] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return version;
        throw new StaleVersionException((await current()).Version);
    }
}

/// <summary>A change does not say which version it is based on.</summary>
internal sealed class MissingVersionException(int currentVersion)
    : Exception("Send the ETag of the version you read as If-Match, so that nobody's change is lost.")
{
    public int CurrentVersion { get; } = currentVersion;
}
