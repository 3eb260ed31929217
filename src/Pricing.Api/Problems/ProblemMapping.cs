using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pricing.Api.Security;
using Pricing.Application.Errors;
using Pricing.Application.Pipeline;

namespace Pricing.Api.Problems;

/// <summary>The whole error policy: which exception is which problem.</summary>
internal static partial class ProblemMapping
{
    private const int SqliteBusy = 5, SqliteLocked = 6, SqliteFull = 13, SqliteConstraint = 19;

    // What the platform's message calls by the name of a type.
    private static readonly (string Type, string Words)[] Kinds =
    [
        ("Collections.Generic", "a list in brackets"),
        ("System.DateOnly", "a day of the calendar, written YYYY-MM-DD"),
        ("System.DateTime", "a time, written as in 2026-11-25T08:00:00Z"),
        ("System.Decimal", "a number without quotes, with a point before its decimals"),
        ("System.Int", "a whole number without quotes"),
        ("System.Boolean", "true or false, without quotes"),
        ("System.Guid", "an id as the service gives it, such as 69b59d74-1444-898d-a54a-a24dfccf77c0"),
        ("System.String", "a text in straight quotes"),
    ];

    public static void AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<Handler>();

        // Outside of a development machine the platform answers a faulty request with a bare 400 that names no member.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseProblems(this WebApplication app)
    {
        app.Use(ProblemWriter.KeepETag);
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

    /// <summary>Whether an exception refuses a request, and is no fault of the service.</summary>
    public static bool IsRefusal(Exception exception) => Of(exception).Type.Status < 500;

    /// <summary>The status that an exception is answered with.</summary>
    public static int StatusOf(Exception exception) => Of(exception).Type.Status;

    /// <summary>The problem document of an exception.</summary>
    public static ProblemBody BodyOf(Exception exception, HttpContext context)
    {
        var (type, detail, errors, currentETag) = Of(exception);
        return ProblemWriter.BodyOf(context, type, detail, errors, currentETag);
    }

    private static (ProblemType Type, string Detail, IReadOnlyList<Fault>? Errors, string? CurrentETag) Of(Exception exception) => exception switch
    {
        InvalidRequestException e => (ProblemType.Invalid, Summary(e.Faults), e.Faults, null),
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        BadHttpRequestException { StatusCode: 400 } e => OfParameter(e.Message),
        BadHttpRequestException e when ProblemType.OfStatus(e.StatusCode) is var type => (type, $"{type.Cause} {type.Cure}", null, null),
        NotAllowedException e => (ProblemType.NotAllowed, e.Message, null, null),
        NotFoundException e => (ProblemType.NotFound, e.Message, null, null),
        BusyException => (ProblemType.Busy, $"{ProblemType.Busy.Cause} {ProblemType.Busy.Cure}", null, null),
        IssuerUnreachableException => (ProblemType.IssuerUnreachable, $"{ProblemType.IssuerUnreachable.Cause} {ProblemType.IssuerUnreachable.Cure}", null, null),
        ConflictException e => (ProblemType.OfCode(e.Code), e.Message, null, null),
        GoneException e => (ProblemType.OfCode(e.Code), e.Message, null, null),
        UnprocessableException e => (ProblemType.OfCode(e.Code), e.Message, null, null),
        MissingVersionException e => (ProblemType.PreconditionRequired, e.Message, null, ETags.Of(e.CurrentVersion)),
        AlreadyKnownException e => (ProblemType.AlreadyKnown, e.Message, null, ETags.Of(e.CurrentVersion)),
        StaleVersionException e => (ProblemType.Stale, e.Message, null, ETags.Of(e.CurrentVersion)),
        DbUpdateConcurrencyException => (ProblemType.Stale, ProblemType.Stale.Cure, null, null),
        DbUpdateException { InnerException: SqliteException e } => OfSqlite(e),
        SqliteException e => OfSqlite(e),
        _ when WithInner(exception).OfType<NpgsqlException>().FirstOrDefault() is { } e => OfPostgres(e),
        _ when WithInner(exception).Any(IsOfBrokenConnection) => (ProblemType.Unreachable, $"{ProblemType.Unreachable.Cause} {ProblemType.Unreachable.Cure}", null, null),
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

    private static (ProblemType, string, IReadOnlyList<Fault>?, string?) OfPostgres(NpgsqlException e)
    {
        var type = e.SqlState switch
        {
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => ProblemType.Busy,
            PostgresErrorCodes.DiskFull => ProblemType.Full,
            PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter => ProblemType.BadRequest,
            PostgresErrorCodes.ReadOnlySqlTransaction => ProblemType.Unreachable,   // a standby that is not the server yet
            null => ProblemType.Unreachable,   // no answer of the server: no connection, or one that broke
            ['2', '3', ..] => ProblemType.Conflict,
            ['0', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] => ProblemType.Unreachable,
            _ => ProblemType.Internal,
        };
        return (type, $"{type.Cause} {type.Cure}", null, null);
    }

    // Entity Framework wraps what it takes for passing, and what it met while saving.
    private static IEnumerable<Exception> WithInner(Exception exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
            yield return at;
    }

    // What the driver says of a connection or transaction that broke a moment ago: not its own kind of exception, but thrown by it.
    private static bool IsOfBrokenConnection(Exception exception) => exception is InvalidOperationException or IOException && exception.Source == nameof(Npgsql);

    // The platform stops at the first fault of a small request and names its place as a path.
    private static (ProblemType, string, IReadOnlyList<Fault>?, string?) OfJson(JsonException e)
    {
        if (e.InnerException is JsonException && !e.Message.Contains("depth", StringComparison.Ordinal))
            return OfText(e);
        var place = JsonPath.Pointer(e.Path);
        var missing = MissingMembers(e.Message);
        IReadOnlyList<Fault> faults = missing.Count > 0
            ? [.. missing.Select(member => new Fault($"{place}/{member}", $"{member} is missing."))]
            : [new(place, Sentence(e.Message))];
        return (ProblemType.Invalid, Summary(faults), faults, null);
    }

    // What is no JSON has no members to name, but a line and a place in it, both counted from 1.
    private static (ProblemType, string, IReadOnlyList<Fault>?, string?) OfText(JsonException e)
    {
        var (line, column) = ((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        IReadOnlyList<Fault> faults = [new("", string.Create(CultureInfo.InvariantCulture, $"The body is no valid JSON: see line {line}, byte {column}. Numbers have a point and texts stand in straight quotes; no comma follows the last member."))];
        return (ProblemType.Invalid, Summary(faults), faults, null);
    }

    // 'Failed to bind parameter "int? limit" from "many".' and the like; a body that is not there has no member to name.
    private static (ProblemType, string, IReadOnlyList<Fault>?, string?) OfParameter(string message)
    {
        var name = Parameter().Match(message) is { Success: true } match ? match.Groups["name"].Value : null;
        if (name is null)
            return (ProblemType.BadRequest, Sentence(message), null, null);
        IReadOnlyList<Fault> faults = name == "body"
            ? [new("", "The body is missing.")]
            : [new($"/{name}", $"{name} is missing or not of the kind that it takes.")];
        return (ProblemType.Invalid, Summary(faults), faults, null);
    }

    private static List<string> MissingMembers(string message) => message.Contains("missing required properties", StringComparison.Ordinal)
        ? [.. Quoted().Matches(message[message.LastIndexOf(": '", StringComparison.Ordinal)..]).Select(match => match.Groups["name"].Value)]
        : [];

    private static string Summary(IReadOnlyList<Fault> faults) => faults.Count == 1
        ? $"{faults[0].Detail} Nothing was stored."
        : string.Create(CultureInfo.InvariantCulture, $"{faults.Count} members are at fault; errors names each. Nothing was stored.");

    // Names of our types help nobody outside.
    private static string Sentence(string message) => message switch
    {
        _ when message.Contains("could not be mapped", StringComparison.Ordinal) => "There is no such member; names are case-sensitive.",
        _ when message.Contains("uplicate propert", StringComparison.Ordinal) => "The member stands twice.",
        _ when OurTypes().IsMatch(message) => $"The value is not of the kind that this member takes{Kind(message)}.",
        _ => message.IndexOf(" Path: ", StringComparison.Ordinal) is >= 0 and var end ? message[..end] : message,
    };

    private static string Kind(string message) => Kinds.FirstOrDefault(kind => message.Contains(kind.Type, StringComparison.Ordinal)).Words is { } words ? $": {words}" : "";

    [GeneratedRegex("parameter \"(?:[^\"]* )?(?<name>[A-Za-z]+)\"")]
    private static partial Regex Parameter();

    [GeneratedRegex("'(?<name>[A-Za-z]+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"Pricing\.|System\.|\.NET\b")]
    private static partial Regex OurTypes();

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
