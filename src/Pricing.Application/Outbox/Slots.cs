namespace Pricing.Application.Outbox;

/// <summary>
/// How many attempts run at once: 128 of the process, 8 of an endpoint that answers. An endpoint that has not answered yet, or not the last time, has one;
/// all those share three quarters, and all that failed one quarter: however many hang, those that answer find room.
/// </summary>
internal sealed class Slots
{
    private const int OfProcess = 128, OfEndpoint = 8, OfUnproven = 96, OfFailing = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> running = [];
    private readonly Dictionary<Guid, bool> answered = [];   // null, that is absent: never asked

    /// <summary>Endpoints in the order in which they are served: those that answered last time first.</summary>
    public IReadOnlyList<Guid> InOrder(IEnumerable<Guid> endpoints)
    {
        lock (gate)
            return [.. endpoints.OrderBy(endpoint => IsWell(endpoint) ? 0 : IsFailing(endpoint) ? 2 : 1)];
    }

    /// <summary>Attempts that may begin for an endpoint now.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="chosen">The endpoints of attempts that are chosen in this pass, and not begun.</param>
    public int FreeFor(Guid endpoint, IReadOnlyCollection<Guid> chosen)
    {
        lock (gate)
        {
            var free = Math.Min(OfProcess - Busy(_ => true), (IsWell(endpoint) ? OfEndpoint : 1) - Busy(other => other == endpoint));
            if (!IsWell(endpoint))
                free = Math.Min(free, OfUnproven - Busy(other => !IsWell(other)));
            if (IsFailing(endpoint))
                free = Math.Min(free, OfFailing - Busy(IsFailing));
            return Math.Max(0, free);
        }

        int Busy(Func<Guid, bool> counts) => running.Where(pair => counts(pair.Key)).Sum(pair => pair.Value) + chosen.Count(counts);
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

    private bool IsWell(Guid endpoint) => answered.GetValueOrDefault(endpoint);

    private bool IsFailing(Guid endpoint) => answered.TryGetValue(endpoint, out var well) && !well;
}
