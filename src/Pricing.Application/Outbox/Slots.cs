namespace Pricing.Application.Outbox;

/// <summary>
/// How many attempts run at once: 64 of the process, 8 of an endpoint that answers. An endpoint that has not answered yet, or not the last time, has one,
/// and all that failed share half: however many hang, the others find room.
/// </summary>
internal sealed class Slots
{
    private const int OfProcess = 64, OfEndpoint = 8, OfFailing = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> running = [];
    private readonly Dictionary<Guid, bool> answered = [];   // null, that is absent: never asked

    /// <summary>Endpoints in the order in which they are served: those that answered last time first.</summary>
    public IReadOnlyList<Guid> InOrder(IEnumerable<Guid> endpoints)
    {
        lock (gate)
            return [.. endpoints.OrderBy(endpoint => answered.TryGetValue(endpoint, out var well) ? well ? 0 : 2 : 1)];
    }

    /// <summary>Attempts that may begin for an endpoint now.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="chosen">Attempts that are chosen in this pass, and not begun.</param>
    public int FreeFor(Guid endpoint, int chosen)
    {
        lock (gate)
        {
            var free = OfProcess - running.Values.Sum() - chosen;
            var isKnown = answered.TryGetValue(endpoint, out var well);
            if (isKnown && !well)
                free = Math.Min(free, OfFailing - running.Where(pair => answered.TryGetValue(pair.Key, out var other) && !other).Sum(pair => pair.Value));
            return Math.Max(0, Math.Min(free, (well ? OfEndpoint : 1) - running.GetValueOrDefault(endpoint)));
        }
    }

    /// <summary>An attempt begins.</summary>
    public void Take(Guid endpoint)
    {
        lock (gate)
            running[endpoint] = running.GetValueOrDefault(endpoint) + 1;
    }

    /// <summary>An attempt ends.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="isAccepted">Whether the receiver accepted; null where nothing was sent.</param>
    public void Give(Guid endpoint, bool? isAccepted)
    {
        lock (gate)
        {
            if (--running[endpoint] == 0)
                running.Remove(endpoint);
            if (isAccepted is { } well)
                answered[endpoint] = well;
        }
    }
}
