namespace Pricing.Application.Features.Crm;

/// <summary>A CRM did not do what it was asked.</summary>
/// <param name="status">HTTP status of its answer; null where none came.</param>
/// <param name="detail">What it said, without what opens the account.</param>
/// <param name="isTransient">Whether the same call may be taken another time.</param>
/// <param name="retryAfter">What it asked to wait; null for nothing.</param>
internal sealed class CrmRefusal(int? status, string detail, bool isTransient, TimeSpan? retryAfter = null) : Exception(detail)
{
    // Said by Salesforce beside statuses that mean something else: a daily limit, a row that another call holds, a race of two that create
    // (the later one names a line's parent, which cannot be changed any more; it reads the lines again and does not).
    private static readonly string[] Passing = ["REQUEST_LIMIT_EXCEEDED", "UNABLE_TO_LOCK_ROW", "DUPLICATE_VALUE", "INVALID_FIELD_FOR_INSERT_UPDATE", "SERVER_UNAVAILABLE"];

    public int? Status { get; } = status;

    public bool IsTransient { get; } = isTransient;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    public static bool Passes(int status, string answer) => status is 408 or 409 or 412 or 423 or 425 or 429 or >= 500 || IsPassing(answer);

    public static bool IsPassing(string answer) => Passing.Any(code => answer.Contains(code, StringComparison.Ordinal));
}
