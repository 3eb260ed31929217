namespace Pricing.Api;

/// <summary>No cache keeps an answer of the API, since most hold figures of one agency, and no browser takes any answer, a page or its parts included, for another kind than it says (OWASP ASVS 5.0, 3.4.4 and 14.3.2).</summary>
internal sealed class Unkept(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            if (context.Request.Path.StartsWithSegments("/api"))
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
