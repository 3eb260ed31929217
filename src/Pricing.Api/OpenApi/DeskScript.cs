namespace Pricing.Api.OpenApi;

/// <summary>What the page adds to requests, so that a change needs no ETag typed by hand.</summary>
internal static class DeskScript
{
    // A resource and everything below it share the resource's ETag: /engagements/{id}/document changes /engagements/{id}.
    private const string ResourceOf = "const resource = (new URL(u, location.href).pathname.match(/^\\/api\\/v1\\/[^/]+\\/[0-9a-f-]{36}/) || [])[0];";

    /// <summary>Keeps the last ETag seen of each resource.</summary>
    public const string RememberETag =
        "(res) => { window.pricingETags = window.pricingETags || {}; const u = (res.obj && res.obj.links && res.obj.links.self) || res.url; " + ResourceOf
        + " const tag = res.headers && (res.headers.etag || res.headers.ETag); if (resource && tag) window.pricingETags[resource] = tag; return res; }";

    /// <summary>Sends it with every change where the reader has not typed one.</summary>
    public const string SendETag =
        "(req) => { const u = req.url; " + ResourceOf
        + " if (resource && window.pricingETags && window.pricingETags[resource] && !['GET', 'HEAD'].includes((req.method || 'GET').toUpperCase()) && !req.headers['If-Match'])"
        + " req.headers['If-Match'] = window.pricingETags[resource]; return req; }";
}
