using Pricing.Application.Outbox;

namespace Pricing.Application.Features.Crm;

/// <summary>Wakes the work for CRMs.</summary>
internal sealed class CrmSignal
{
    private readonly DispatchSignal signal = new();

    public void Raise() => signal.Raise();

    public Task Wait(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken) => signal.Wait(atMost, time, cancellationToken);
}
