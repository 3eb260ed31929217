using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Events;
using Pricing.Application.Idempotency;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Api.Tests.Architecture;

/// <summary>Rules of the house as functions: what breaks them.</summary>
internal static partial class Rules
{
    public static IEnumerable<string> ReferencesBeyond(Assembly assembly, string allowed) =>
        Referenced(assembly).Where(name => !name.StartsWith(allowed, StringComparison.Ordinal));

    public static IEnumerable<string> ReferencesTo(Assembly assembly, IReadOnlyList<string> forbidden) =>
        Referenced(assembly).Where(name => forbidden.Any(start => name.StartsWith(start, StringComparison.Ordinal)));

    public static IEnumerable<string> Included(string projectFile, string item) =>
        XDocument.Parse(projectFile).Descendants(item).Select(element => (string)element.Attribute("Include")!);

    public static IEnumerable<string> Catching(IEnumerable<(string File, string Text)> sources) =>
        from source in sources where Catch().IsMatch(source.Text) select source.File;

    public static IEnumerable<string> SavingReaders(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        where Reader().IsMatch(Path.GetFileName(source.File)) && source.Text.Contains("SaveChanges", StringComparison.Ordinal)
        select source.File;

    public static IEnumerable<string> SavingTwice(IEnumerable<(string File, string Text)> sources) =>
        from source in sources where Regex.Count(source.Text, "SaveChanges") > 1 select source.File;

    /// <summary>Interpolated numbers and dates with a format that follow the culture of whoever runs the service; no analyser of the platform looks into interpolations.</summary>
    public static IEnumerable<string> FollowingTheCulture(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        where source.Text.Split(';').Any(statement =>
            statement.Contains("$\"", StringComparison.Ordinal) && FormattedHole().IsMatch(statement)
            && !statement.Contains("InvariantCulture", StringComparison.Ordinal) && !statement.Contains("OneLine.Of", StringComparison.Ordinal))
        select source.File;

    public static IEnumerable<string> Uncounted(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        where new[] { ".ForChange<", "db.ForWork(" }.Any(call => source.Text.Contains(call, StringComparison.Ordinal))
        where source.Text.Contains(".SaveChangesAsync(", StringComparison.Ordinal) && !source.Text.Contains(".Touch(", StringComparison.Ordinal)
        select source.File;

    public static IEnumerable<string> Naming(IEnumerable<(string File, string Text)> sources, IReadOnlyList<string> forbidden) =>
        from source in sources where forbidden.Any(word => source.Text.Contains(word, StringComparison.Ordinal)) select source.File;

    public static IEnumerable<string> Unhandled(IReadOnlyList<Type> types) => Requests(types)
        .Where(request => types.Count(type => type.GetInterfaces().Any(of => Is(of, typeof(IRequestHandler<,>)) && of.GenericTypeArguments[0] == request)) != 1)
        .Select(request => request.Name);

    public static IEnumerable<string> Unsent(IReadOnlyList<Type> types, IReadOnlyList<(string File, string Text)> endpoints) => Requests(types)
        .Where(request => !endpoints.Any(endpoint => Regex.IsMatch(endpoint.Text, $@"new {request.Name}\(|\({request.Name} body|, {request.Name} body")))
        .Select(request => request.Name);

    /// <summary>
    /// Mapped classes with a member that can be set after creation, and that are no records of an agency. The agency is the frame; a setup code belongs to
    /// none yet; a delivery is changed by who holds its claim; the mark of the outbox is its own concurrency token; a range of numbers is its own concurrency token; a mail is changed by who sends it; events, audit entries and the history of proposals only lose
    /// what an erasure takes.
    /// </summary>
    public static IEnumerable<string> MutableWithoutVersion(IEnumerable<Type> types) => types
        .SelectMany(type => type.GetInterfaces()).Where(of => Is(of, typeof(IEntityTypeConfiguration<>))).Select(of => of.GenericTypeArguments[0])
        .Where(entity => !NoRecords.Contains(entity.Name) && !entity.IsSubclassOf(typeof(Application.Persistence.Record)) && entity.GetProperties().Any(MayBeSet))
        .Select(entity => entity.Name);

    private static readonly string[] NoRecords = [nameof(Agency), nameof(SetupCode), nameof(AuditEntry), nameof(EventRecord), nameof(Delivery), "SpreadMark", "CrmInbound", "CrmSweep", "FeedStart", "NumberRange", "HistoryEntry", "OutgoingMail"];

    // What is written once and never changed needs no version.
    private static bool MayBeSet(PropertyInfo property) =>
        property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static IEnumerable<Type> Requests(IEnumerable<Type> types) =>
        types.Where(type => !type.IsAbstract && type.GetInterfaces().Any(of => Is(of, typeof(IRequest<>))));

    private static bool Is(Type type, Type open) => type.IsGenericType && type.GetGenericTypeDefinition() == open;

    private static IEnumerable<string> Referenced(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    [GeneratedRegex(@"\b(try|catch)\b\s*[\{(]")]
    private static partial Regex Catch();

    [GeneratedRegex(@"\{[\w.()\[\]!?]+(,-?\d+)?:[^{}""]*(0|#|yy|[NFPCE]\d)[^{}""]*\}")]
    private static partial Regex FormattedHole();

    [GeneratedRegex("^(Get|List|Compare|Explain)[A-Z]")]
    private static partial Regex Reader();
}
