using Microsoft.Net.Http.Headers;

namespace Pricing.Api.Endpoints;

/// <summary>What a caller wants to get, of what there is.</summary>
internal static class Accepted
{
    /// <summary>The media type that the Accept header weighs most, the earlier one of equals; null where it allows none.</summary>
    public static string? Best(HttpRequest request, params ReadOnlySpan<string> offered)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
            return offered[0];

        string? best = null;
        var most = 0.0;
        foreach (var type in offered)
        {
            var weight = WeightOf(new MediaTypeHeaderValue(type), accepted);
            if (weight > most)
                (best, most) = (type, weight);
        }

        return best;
    }

    // The most specific range decides: image/png;q=0 refuses PNG although image/* is welcome.
    private static double WeightOf(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> accepted)
    {
        var matching = accepted.Where(range => type.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType)));
        return matching.OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0).FirstOrDefault() is { } range ? range.Quality ?? 1 : 0;
    }
}
