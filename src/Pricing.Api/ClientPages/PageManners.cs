using System.Globalization;
using Pricing.Api.Problems;
using Pricing.Api.RateLimits;
using Pricing.Application.Errors;

namespace Pricing.Api.ClientPages;

/// <summary>What holds for every page: its headers, how often it may be called, where a form may come from, and that whatever goes wrong is told on a page.</summary>
internal sealed partial class PageManners(Minutes minutes, Quotas quotas, ILogger<PageManners> logger) : IEndpointFilter
{
    /// <summary>Everything a page needs comes from its own origin, and nothing stands in the page itself.</summary>
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        Guard(http.Response.Headers);
        var minute = minutes.Add($"pages {http.Connection.RemoteIpAddress}");
        if (minute.Count > quotas.Pages)
        {
            http.Response.Headers.RetryAfter = minute.SecondsLeft.ToString(CultureInfo.InvariantCulture);
            return ProposalPages.Trouble(StatusCodes.Status429TooManyRequests, "trouble.text");
        }

        if (HttpMethods.IsPost(http.Request.Method) && !SameOrigin.Allows(http.Request))
            return ProposalPages.Trouble(StatusCodes.Status403Forbidden, "trouble.refused");
        try
        {
            return await next(context);
        }
        catch (NotFoundException)
        {
            return ProposalPages.Nothing();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var status = ProblemMapping.StatusOf(exception);
            if (status >= StatusCodes.Status500InternalServerError && status != StatusCodes.Status503ServiceUnavailable)
                LogFailed(exception);
            if (status == StatusCodes.Status503ServiceUnavailable)
                http.Response.Headers.RetryAfter = "2";
            return ProposalPages.Trouble(status, "trouble.text");
        }
    }

    private static void Guard(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    [LoggerMessage(LogLevel.Error, "A client's page could not be shown")]
    private partial void LogFailed(Exception exception);
}
