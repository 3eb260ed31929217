using System.Diagnostics.CodeAnalysis;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Application.Contract;

/// <summary>Reads documents of the comparison contract: a sound one whole, or every fault of an unsound one at once.</summary>
public static class EngagementReader
{
    /// <summary>Reads an engagement.</summary>
    /// <param name="document">The JSON text in UTF-8.</param>
    /// <param name="references">What the document may refer to; null where it has to spell everything out.</param>
    public static EngagementReading Read(ReadOnlyMemory<byte> document, IReferenceBook? references = null) =>
        Read(document, references, Limits.Document);

    /// <summary>Reads back what <see cref="EngagementWriter"/> wrote, however long: numbers may take more room than they were sent in.</summary>
    /// <exception cref="ArgumentException">The document is not sound, so nobody wrote it so.</exception>
    public static Engagement Restore(ReadOnlyMemory<byte> document)
    {
        var reading = Read(document, null, int.MaxValue);
        return reading.Engagement ?? throw new ArgumentException($"The document is not sound at \"{reading.Faults[0].Pointer}\".", nameof(document));
    }

    /// <summary>
    /// Checks a deliverable for a library: an object with one member, <c>workPackage</c> or <c>asset</c>. Roles, profiles,
    /// prices and rates are those of the engagement that will take it, so codes are not looked up.
    /// </summary>
    public static DeliverableReading ReadDeliverable(ReadOnlyMemory<byte> document)
    {
        var faults = new Faults();
        using var tree = JsonTree.Parse(document, faults);
        if (tree is null)
            return new(null, faults.InOrder());

        var context = new DocumentContext(ReferenceUse.Unresolved, null);
        var deliverable = ObjectReader.ReadDocument(tree.Root, faults, new WorkReader(context).ReadDeliverable);
        return new(faults.Any ? null : deliverable, faults.InOrder());
    }

    private static EngagementReading Read(ReadOnlyMemory<byte> document, IReferenceBook? references, int longest)
    {
        var faults = new Faults();
        using var tree = JsonTree.Parse(document, faults, longest);
        var context = new DocumentContext(references is null ? ReferenceUse.Refused : ReferenceUse.Resolved, references);
        var engagement = tree is null ? null : ObjectReader.ReadDocument(tree.Root, faults, new DocumentReader(context).Read);
        return new(faults.Any ? null : engagement, faults.InOrder(), context.Provenance);
    }
}

/// <summary>A document as read.</summary>
/// <param name="Engagement">The engagement with all references resolved; null where there are faults.</param>
/// <param name="Faults">Every fault; empty where there is an engagement.</param>
/// <param name="Provenance">Sources of what was looked up, by JSON pointer in the resolved document.</param>
public sealed record EngagementReading(
    Engagement? Engagement, IReadOnlyList<ContractFault> Faults, IReadOnlyDictionary<string, string> Provenance)
{
    /// <summary>Whether the document is sound.</summary>
    [MemberNotNullWhen(true, nameof(Engagement))]
    public bool IsSound => Engagement is not null;
}

/// <summary>A deliverable as read.</summary>
/// <param name="Deliverable">What it is; null where there are faults.</param>
/// <param name="Faults">Every fault; empty where there is a deliverable.</param>
public sealed record DeliverableReading(Deliverable? Deliverable, IReadOnlyList<ContractFault> Faults)
{
    /// <summary>Whether the document is sound.</summary>
    [MemberNotNullWhen(true, nameof(Deliverable))]
    public bool IsSound => Deliverable is not null;
}

/// <summary>A work package or asset for a library; its document stays the truth, as it may hold references.</summary>
/// <param name="Kind">Member of the engagement that can take it.</param>
/// <param name="Name">Name.</param>
/// <param name="Phase">Phase it belongs to.</param>
public sealed record Deliverable(DeliverableKind Kind, string Name, Phase Phase);

/// <summary>What a deliverable becomes in an engagement.</summary>
public enum DeliverableKind
{
    /// <summary>An entry of <c>workPackages</c>.</summary>
    WorkPackage,

    /// <summary>An entry of <c>assets</c>.</summary>
    Asset,
}
