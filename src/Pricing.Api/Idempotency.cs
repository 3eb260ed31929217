using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Pricing.Api.Endpoints;
using Pricing.Application.Errors;
using Pricing.Application.Idempotency;

namespace Pricing.Api;

/// <summary>Marks a route that changes what is stored, and so takes an idempotency key.</summary>
internal sealed record TakesIdempotencyKey;

/// <summary>Marks a route that changes nothing that is stored, whatever its method: it may be called again anyway.</summary>
internal sealed record StoresNothing;

/// <summary>
/// Answers a call with an <c>Idempotency-Key</c> once, and its repetitions with the same answer. Answers are kept encrypted: that to a new API key shows it.
/// </summary>
internal sealed class Idempotency(RequestDelegate next, IDataProtectionProvider protection)
{
    public const string Header = "Idempotency-Key", ReplayedHeader = "Idempotent-Replayed";

    private readonly IDataProtector seal = protection.CreateProtector("Pricing.KeptAnswers");

    public async Task InvokeAsync(HttpContext context)
    {
        var isUnsafe = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method);
        var key = isUnsafe ? KeyOf(context.Request) : null;
        if (key is null || context.GetEndpoint() is not RouteEndpoint route || route.Metadata.GetMetadata<TakesIdempotencyKey>() is null || Trials.IsTrial(context.Request, route))   // a trial stores nothing; the call that follows it may bring the same key
        {
            await next(context);
            return;
        }

        var call = await CallOf(context.Request, route, key);
        var (answer, isKept) = await context.RequestServices.GetRequiredService<RepeatedCalls>().Once(call, () => Answered(context));
        await Write(context.Response, answer, isKept);
    }

    /// <exception cref="InvalidRequestException">The key is none.</exception>
    private static string? KeyOf(HttpRequest request)
    {
        var header = request.Headers[Header];
        if (header.Count == 0)
            return null;
        var text = header.Count == 1 ? header.ToString() : "";
        var key = text is ['"', .. var quoted, '"'] ? quoted : text;   // a structured field quotes it, most clients do not
        if (key.Length is >= 1 and <= KeyedCall.LongestKey && key.All(letter => letter is >= ' ' and <= '~'))
            return key;
        throw new InvalidRequestException([new($"/{Header}", "Idempotency-Key is one text of 1 to 255 printable characters of ASCII, such as a UUID.")]);
    }

    private static async Task<KeyedCall> CallOf(HttpRequest request, RouteEndpoint route, string key)
    {
        request.EnableBuffering(Limits.Body);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var head = string.Join('\n', request.Method, request.Path.Value, request.QueryString.Value, request.Headers.IfMatch.ToString(), request.Headers.IfNoneMatch.ToString(), "");
        hash.AppendData(Encoding.UTF8.GetBytes(head));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
            hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return new($"{request.Method} {route.RoutePattern.RawText}", key, hash.GetHashAndReset());
    }

    // Nothing goes out before the change is committed, so the answer is written aside.
    private async Task<Answer> Answered(HttpContext context)
    {
        var outside = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        var aside = new StreamResponseBodyFeature(body);
        context.Features.Set<IHttpResponseBodyFeature>(aside);
        try
        {
            await next(context);
            await aside.CompleteAsync();
        }
        finally
        {
            context.Features.Set(outside);
        }

        var response = context.Response;
        return new(response.StatusCode, response.ContentType, Value(response.Headers.ETag), Value(response.Headers.Location), seal.Protect(body.ToArray()));
    }

    private async Task Write(HttpResponse response, Answer answer, bool isKept)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.ETag is not null)
            response.Headers.ETag = answer.ETag;
        if (answer.Location is not null)
            response.Headers.Location = answer.Location;
        if (isKept)
            response.Headers[ReplayedHeader] = "true";

        var body = seal.Unprotect(answer.Body);
        if (body.Length > 0)
            await response.Body.WriteAsync(body);
    }

    private static string? Value(Microsoft.Extensions.Primitives.StringValues header) => header.Count == 0 ? null : header.ToString();
}
