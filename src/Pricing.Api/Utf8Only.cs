using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using Pricing.Api.Problems;

namespace Pricing.Api;

/// <summary>JSON is UTF-8 (RFC 8259); any other charset is refused before the platform stumbles over it.</summary>
internal sealed class Utf8Only(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.HasValue)
        {
            if (HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                context.Request.ContentType = type.MediaType.ToString();   // the platform stumbles over a quoted charset, too
                await next(context);
                return;
            }

            await ProblemWriter.Write(context, ProblemType.UnsupportedMediaType, $"JSON is sent as UTF-8: use {MediaTypeNames.Application.Json} without a charset.");
            return;
        }

        await next(context);
    }
}
