using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Pipeline;

namespace Pricing.Api.Problems;

/// <summary>The whole error policy: which exception is which problem.</summary>
internal static partial class ProblemMapping
{
    private const int SqliteBusy = 5, SqliteLocked = 6, SqliteFull = 13, SqliteConstraint = 19;

    public static void AddProblems(this IServiceCollection services) => services.AddExceptionHandler<Handler>();

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // Every exception is a problem document; this is never reached.
            ExceptionHandler = context => ProblemWriter.Write(context, ProblemType.Internal, ProblemType.Internal.Cure),
            SuppressDiagnosticsCallback = context => Of(context.Exception).Type != ProblemType.Internal,
        });
        app.UseStatusCodePages(context =>
        {
            var type = ProblemType.OfStatus(context.HttpContext.Response.StatusCode);
            return ProblemWriter.Write(context.HttpContext, type, $"{type.Cause} {type.Cure}");
        });
    }

    private static (ProblemType Type, string Detail, IReadOnlyList<Fault>? Errors, string? CurrentETag) Of(Exception exception) => exception switch
    {
        InvalidRequestException e => (ProblemType.Invalid, Summary(e.Faults), e.Faults, null),
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        BadHttpRequestException { StatusCode: 400 } e => (ProblemType.BadRequest, Sentence(e.Message), null, null),
        BadHttpRequestException e when ProblemType.OfStatus(e.StatusCode) is var type => (type, $"{type.Cause} {type.Cure}", null, null),
        NotFoundException e => (ProblemType.NotFound, e.Message, null, null),
        ConflictException e => (ProblemType.OfCode(e.Code), e.Message, null, null),
        UnprocessableException e => (ProblemType.OfCode(e.Code), e.Message, null, null),
        MissingVersionException e => (ProblemType.PreconditionRequired, e.Message, null, ETags.Of(e.CurrentVersion)),
        StaleVersionException e => (ProblemType.Stale, e.Message, null, ETags.Of(e.CurrentVersion)),
        DbUpdateConcurrencyException => (ProblemType.Stale, ProblemType.Stale.Cure, null, null),
        DbUpdateException { InnerException: SqliteException e } => OfSqlite(e),
        SqliteException e => OfSqlite(e),
        _ => (ProblemType.Internal, ProblemType.Internal.Cure, null, null),
    };

    private static (ProblemType, string, IReadOnlyList<Fault>?, string?) OfSqlite(SqliteException e)
    {
        var type = e.SqliteErrorCode switch
        {
            SqliteBusy or SqliteLocked => ProblemType.Busy,
            SqliteFull => ProblemType.Full,
            SqliteConstraint => ProblemType.Conflict,
            _ => ProblemType.Internal,
        };
        return (type, $"{type.Cause} {type.Cure}", null, null);
    }

    // The platform stops at the first fault of a small request and names its place as a path.
    private static (ProblemType, string, IReadOnlyList<Fault>?, string?) OfJson(JsonException e)
    {
        var message = e.Message;
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        IReadOnlyList<Fault> faults = [new(JsonPath.Pointer(e.Path), Sentence(end < 0 ? message : message[..end]))];
        return (ProblemType.Invalid, Summary(faults), faults, null);
    }

    private static string Summary(IReadOnlyList<Fault> faults) => faults.Count == 1
        ? $"{faults[0].Detail} Nothing was stored."
        : string.Create(CultureInfo.InvariantCulture, $"{faults.Count} members are at fault; errors names each. Nothing was stored.");

    // Names of our types help nobody outside.
    private static string Sentence(string message) => message.Contains("Pricing.", StringComparison.Ordinal)
        ? "The value is not of the kind that this member takes, or a member is missing or unknown."
        : message;

    private sealed class Handler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            var (type, detail, errors, currentETag) = Of(exception);
            await ProblemWriter.Write(httpContext, type, detail, errors, currentETag);
            return true;
        }
    }
}
