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

    /// <summary>How it was accepted, in the document's language; null where nothing is said.</summary>
    public string? Way { get; init; }

    /// <summary>The client's order number; null for none.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Name of the stored PDF.</summary>
    public required string FileName { get; init; }

    /// <summary>What happened to the version, in order.</summary>
    public IReadOnlyList<AcceptanceStep> History { get; init; } = [];
}

/// <summary>Something that happened to a version.</summary>
/// <param name="At">When.</param>
/// <param name="Step">What, in the document's language.</param>
/// <param name="Who">Who did it.</param>
public sealed record AcceptanceStep(DateTimeOffset At, string Step, string Who);
