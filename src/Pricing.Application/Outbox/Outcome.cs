namespace Pricing.Application.Outbox;

/// <summary>What came of an attempt.</summary>
/// <param name="At">When it began; the time that was signed.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Status">HTTP status of the answer; null where none came.</param>
/// <param name="Fault">Why no answer came; null where one did.</param>
/// <param name="Answer">How the answer began; null where none came.</param>
/// <param name="RetryAfter">What the receiver asked to wait; null for nothing.</param>
internal sealed record Outcome(DateTimeOffset At, TimeSpan Took, int? Status, string? Fault, string? Answer, TimeSpan? RetryAfter)
{
    /// <summary>Only a 2xx is a success; a redirect is none.</summary>
    public bool IsAccepted => Status is >= 200 and <= 299;

    /// <summary>The receiver wants no more.</summary>
    public bool IsGone => Status == 410;

    public DeliveryAttempt AttemptOf(Delivery delivery) => new()
    {
        TenantId = delivery.TenantId,
        DeliveryPosition = delivery.Position,
        Number = delivery.Attempts,
        At = At,
        Milliseconds = (int)Took.TotalMilliseconds,
        Status = Status,
        Fault = Fault,
        Answer = Answer,
    };
}
