namespace Pricing.Documents.Workbook;

/// <summary>What a workbook says of itself besides its figures.</summary>
/// <remarks>Dates come in as arguments, so the same input makes the same workbook on any day.</remarks>
public sealed record WorkbookIdentity
{
    /// <summary>Title, by default the engagement's name.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the agency.</summary>
    public required string Agency { get; init; }

    /// <summary>Name of the client; null where none is given.</summary>
    public string? Client { get; init; }

    /// <summary>Number of the engagement or proposal; null where it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Version, from 1; null where versions are not counted.</summary>
    public int? Version { get; init; }

    /// <summary>Day as of which prices and rates were taken; null where it is not known.</summary>
    public DateOnly? PricingDate { get; init; }

    /// <summary>When the workbook was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where prices and rates come from, a line each.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
