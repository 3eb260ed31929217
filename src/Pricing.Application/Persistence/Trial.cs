using System.Text.Json;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Engagements;

namespace Pricing.Application.Persistence;

/// <summary>Whether a unit of work only tries: everything happens as always, is noted, and is then undone.</summary>
public sealed class Trial
{
    /// <summary>Whether nothing may stay.</summary>
    public bool IsOn { get; internal set; }

    internal List<RecordChange> Changes { get; } = [];
}

/// <summary>Tries a request out.</summary>
public sealed class TrialRun(PricingDb db, Trial trial, Actor actor)
{
    /// <summary>Does what is asked, notes what it changes, and takes it back.</summary>
    /// <returns>What would change, as the actor may see it, and the answer that the caller would get.</returns>
    public async Task<(IReadOnlyList<TrialChange> Changes, T Answer)> Of<T>(Func<ValueTask<T>> act, CancellationToken cancellationToken)
    {
        await using var writing = await db.BeginWriting(cancellationToken);   // disposed without a commit
        trial.IsOn = true;
        var answer = await act();
        return ([.. trial.Changes.Select(change => TrialChange.Of(change, actor))], answer);
    }
}

/// <summary>What a request would do to one record.</summary>
/// <param name="Action">created, revised or deleted.</param>
/// <param name="Kind">What it is: client, engagement and so on.</param>
/// <param name="Id">Its id; one that would be made is another each time.</param>
/// <param name="Changes">What would change, place by place; without what the caller may not see.</param>
public sealed record TrialChange(string Action, string Kind, Guid Id, IReadOnlyList<FieldChange> Changes)
{
    private static readonly HashSet<string> OfDeals = [.. new[]
    {
        nameof(EngagementRecord.Name), nameof(EngagementRecord.ClientId), nameof(EngagementRecord.Stage), nameof(EngagementRecord.ExpectedDecision), nameof(EngagementRecord.WinProbability),
        nameof(EngagementRecord.Currency), nameof(EngagementRecord.IsArchived), nameof(EngagementRecord.ExternalIds),
    }.Select(JsonNamingPolicy.CamelCase.ConvertName)];

    internal static TrialChange Of(RecordChange change, Actor reader) =>
        new(change.Action, change.Kind, change.Record.Id, [.. change.Changes.Where(place => IsShown(place, change.Kind, reader)).Select(place => Veiled(place, reader))]);

    // A CRM keeps clients, but for the notes that stay inside; of an engagement it sees what it says itself, and the offer.
    private static bool IsShown(FieldChange place, string kind, Actor reader) => reader.May(Right.ReadFigures) || kind switch
    {
        "client" => place.Path != "/internalNotes",
        "engagement" => OfDeals.Contains(place.Path.Split('/')[1]),
        _ => false,
    };

    private static FieldChange Veiled(FieldChange place, Actor reader)
    {
        if (reader.May(Right.ReadSalaries))
            return place;
        var told = JsonSerializer.SerializeToNode(place, AuditTrail.Json);
        SalaryVeil.Withhold(told);
        return told.Deserialize<FieldChange>(AuditTrail.Json)!;
    }
}
