namespace Pricing.Documents;

/// <summary>A proposal's acceptance, as its certificate states it.</summary>
public sealed record Acceptance
{
    /// <summary>Letter of the chosen option.</summary>
    public required string Option { get; init; }

    /// <summary>Codes of the chosen extras; of a group without one the line in the price counts.</summary>
    public IReadOnlyList<string> Extras { get; init; } = [];

    /// <summary>Who accepted.</summary>
    public required string Name { get; init; }

    /// <summary>Function of who accepted; null where none was given.</summary>
    public string? Function { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it rests on where the agency wrote it down; null where the client accepted on its page.</summary>
    public string? Evidence { get; init; }

    /// <summary>The client's order number; null for none.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Name of the stored PDF.</summary>
    public required string FileName { get; init; }

    /// <summary>What happened to the version, in order.</summary>
    public IReadOnlyList<AcceptanceStep> History { get; init; } = [];
}

/// <summary>Something that happened to a version.</summary>
/// <param name="At">When.</param>
/// <param name="Step">What.</param>
/// <param name="Who">Who did it; null where nobody gave a name.</param>
public sealed record AcceptanceStep(DateTimeOffset At, AcceptanceStepKind Step, string? Who);

/// <summary>What happens to a version until it is accepted, as far as it concerns the client.</summary>
public enum AcceptanceStepKind
{
    /// <summary>It went to the client.</summary>
    Sent,

    /// <summary>The client opened it.</summary>
    Viewed,

    /// <summary>The client accepted it on its page.</summary>
    Accepted,

    /// <summary>The agency wrote down that the client accepted it.</summary>
    Recorded,
}
