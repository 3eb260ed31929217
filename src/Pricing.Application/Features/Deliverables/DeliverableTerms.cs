using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Pipeline;

namespace Pricing.Application.Features.Deliverables;

/// <summary>What the agency states of a deliverable: a name, tags, and either a work package or an asset of the contract.</summary>
public abstract record DeliverableTerms
{
    /// <summary>Name in the library; 1 to 300 characters.</summary>
    /// <example>Kick-off workshop</example>
    public required string Name { get; init; }

    /// <summary>Words by which it is found; at most 20, each once and of 1 to 100 characters.</summary>
    /// <example>["workshop", "start"]</example>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// A work package, as engagements have it in <c>workPackages</c>. Role and effort profile codes are those of the engagement that takes
    /// it. Exactly one of <c>workPackage</c> and <c>asset</c> is given.
    /// </summary>
    /// <example>{"name": "Kick-off workshop", "phase": "strategy", "effortProfile": "strategy", "method": "classic", "hours": {"STRD": 6, "STRS": 12, "AM": 8}}</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RawJson? WorkPackage { get; init; }

    /// <summary>
    /// An asset, as engagements have it in <c>assets</c>; its generations may name a <c>priceBookEntry</c> in place of <c>unit</c>,
    /// <c>unitPrice</c> and <c>currency</c>. Exactly one of <c>workPackage</c> and <c>asset</c> is given.
    /// </summary>
    /// <example>null</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RawJson? Asset { get; init; }
}

internal abstract class DeliverableTermsValidator<T> : AbstractValidator<T>
    where T : DeliverableTerms
{
    private const int MostTags = 20;

    protected DeliverableTermsValidator()
    {
        RuleFor(deliverable => deliverable.Name).IsText(300);
        RuleFor(deliverable => deliverable.Tags).Holds(0, MostTags).WithMessage($"tags has at most {MostTags} entries.");
        RuleForEach(deliverable => deliverable.Tags).IsText(100);
        RuleFor(deliverable => deliverable.Tags).Custom(RefuseRepetitions);
    }

    /// <remarks>
    /// The document's faults have pointers of their own, with codes as members, which the path of a failure could not carry. So they are
    /// thrown from here, with the failures, that all come at once.
    /// </remarks>
    public override async Task<ValidationResult> ValidateAsync(ValidationContext<T> context, CancellationToken cancellation = default)
    {
        var result = await base.ValidateAsync(context, cancellation);
        var documentFaults = DeliverableDocument.FaultsOf(context.InstanceToValidate);
        if (documentFaults.Count == 0)
            return result;
        throw new InvalidRequestException(
            [.. result.Errors.Select(error => new Fault(JsonPath.PointerOfProperty(error.PropertyName), error.ErrorMessage)), .. documentFaults]);
    }

    private static void RefuseRepetitions(IReadOnlyList<string>? tags, ValidationContext<T> context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (tags?.Count ?? 0); i++)
        {
            if (tags![i] is { } tag && !seen.Add(tag))
                context.AddFailure($"Tags[{i}]", "The tag stands there before; each is given once.");
        }
    }
}

/// <summary>The contract's part of a deliverable.</summary>
internal static class DeliverableDocument
{
    /// <summary>What the contract's reader finds wrong; pointers are those of the request. That there is neither or both is its to find, too.</summary>
    public static IReadOnlyList<Fault> FaultsOf(DeliverableTerms terms)
    {
        var document = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(document))
        {
            writer.WriteStartObject();
            Write(writer, "workPackage", terms.WorkPackage);
            Write(writer, "asset", terms.Asset);
            writer.WriteEndObject();
        }

        return [.. EngagementReader.ReadDeliverable(document.WrittenMemory).Faults.Select(fault => new Fault(fault.Pointer, fault.Detail))];
    }

    private static void Write(Utf8JsonWriter writer, string member, RawJson? value)
    {
        if (value is null)
            return;
        writer.WritePropertyName(member);
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}

/// <summary>A deliverable as it is read; of <c>workPackage</c> and <c>asset</c> the one that it is.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name in the library.</param>
/// <param name="Tags">Words by which it is found.</param>
/// <param name="Kind">What it becomes in an engagement.</param>
/// <param name="WorkPackage">The work package; absent from an asset.</param>
/// <param name="Asset">The asset; absent from a work package.</param>
/// <param name="IsArchived">Whether it is out of the lists.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record DeliverableView(
    Guid Id, string Name, IReadOnlyList<string> Tags, DeliverableKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? WorkPackage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Asset,
    bool IsArchived, Guid OwnerId, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt) : IVersioned
{
    internal static DeliverableView Of(DeliverableRecord deliverable) => new(
        deliverable.Id, deliverable.Name, deliverable.Tags, deliverable.Kind,
        deliverable.DocumentOf(DeliverableKind.WorkPackage), deliverable.DocumentOf(DeliverableKind.Asset),
        deliverable.IsArchived, deliverable.OwnerId, deliverable.Version, deliverable.CreatedAt, deliverable.UpdatedAt);
}
