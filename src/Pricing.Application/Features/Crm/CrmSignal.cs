using Pricing.Application.Outbox;

namespace Pricing.Application.Features.Crm;

/// <summary>Wakes the work for CRMs.</summary>
internal sealed class CrmSignal
{
    /// <summary>An offer waits for its CRM.</summary>
    public DispatchSignal Pushes { get; } = new();

    /// <summary>A CRM has told something.</summary>
    public DispatchSignal Told { get; } = new();
}
