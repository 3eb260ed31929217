using System.Text.Encodings.Web;
using System.Text.Json;
using Pricing.Application.Errors;

namespace Pricing.Api.Problems;

/// <summary>Writes problem documents, whatever the Accept header says: a caller who cannot read the reason cannot mend it.</summary>
internal static class ProblemWriter
{
    private const string MediaType = "application/problem+json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Says the current ETag when the answer starts: the platform takes it off whatever an exception led to.</summary>
    public static Task KeepETag(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Items[typeof(ProblemWriter)] is string currentETag)
                context.Response.Headers.ETag = currentETag;
            return Task.CompletedTask;
        });
        return next(context);
    }

    public static Task Write(HttpContext context, ProblemType type, string detail, IReadOnlyList<Fault>? errors = null, string? currentETag = null)
    {
        var body = BodyOf(context, type, detail, errors, currentETag);
        context.Response.StatusCode = type.Status;
        context.Response.ContentType = MediaType;
        context.Items[typeof(ProblemWriter)] = currentETag;
        if (type.Status == StatusCodes.Status503ServiceUnavailable || type == ProblemType.KeyInFlight)
            context.Response.Headers.RetryAfter = "2";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body, Options)).AsTask();
    }

    /// <summary>A problem document.</summary>
    public static ProblemBody BodyOf(HttpContext context, ProblemType type, string detail, IReadOnlyList<Fault>? errors = null, string? currentETag = null) => new()
    {
        Type = type.Address,
        Title = type.Title,
        Status = type.Status,
        Detail = detail,
        Errors = errors,
        CurrentETag = currentETag,
        TraceId = context.TraceIdentifier,
    };
}
