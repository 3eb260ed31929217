namespace Pricing.Api.ClientPages;

/// <summary>Whether a form was sent from a page of this service.</summary>
internal static class SameOrigin
{
    public static bool Allows(HttpRequest request)
    {
        // Browsers say it themselves, and no page can make them say something else.
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
            return site == "same-origin" || site == "none";

        // As the pages send no referrer, browsers name their origin "null". Those that do not tell the site either are let in with it: whoever
        // knows the token needs nobody else's browser.
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == "null"
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
