namespace Pricing.Application.Features.ValueDrivers;

/// <summary>What a client knows of a value driver: the inputs of its calculator, and how long and how surely the benefit is brought about.</summary>
public abstract record DriverTerms
{
    /// <summary>Inputs by name, as the list of calculators names them; those with a default may be left out.</summary>
    /// <example>{"annualRevenue": {"value": 180000000, "owner": "Client's controlling", "source": "Annual report 2025", "method": "Reported net sales of the promoted range"}, "uplift": {"value": 0.04, "owner": "Client's market research", "source": "Geo test, spring 2026", "method": "Regions with and without the campaign"}, "grossMargin": {"value": 0.45, "owner": "Client's controlling", "source": "Profit and loss account 2025", "method": "Reported"}}</example>
    public required IReadOnlyDictionary<string, CalculatorInputTerms> Inputs { get; init; }

    /// <summary>Name of the driver, 1 to 300 characters. Default: that of the driver it fills, else the calculator's title.</summary>
    /// <example>Incremental gross profit</example>
    public string? Name { get; init; }

    /// <summary>Months that the benefit lasts, 1 to 240; 1 for what is earned once. Default: that of the driver it fills, else 12, or 1 for what is earned once.</summary>
    /// <example>12</example>
    public int? Months { get; init; }

    /// <summary>What is left of the benefit from one month to the next, 0 to 1.1. Default: that of the driver it fills, else 1.</summary>
    /// <example>0.88</example>
    public decimal? MonthlyRetention { get; init; }

    /// <summary>Months before it starts, 0 to 240; not where the calculator works it out. Default: that of the driver it fills, else 0.</summary>
    /// <example>0</example>
    public int? DelayMonths { get; init; }

    /// <summary>
    /// Share of the benefit that the work brings about, a fraction from 0 to 1. Default: that of the driver it fills; else it is required where others
    /// bring about a part as a rule, and 1 where not.
    /// </summary>
    /// <example>0.35</example>
    public decimal? Attribution { get; init; }

    /// <summary>How that share is found, 1 to 300 characters. Default: that of the driver it fills, else none.</summary>
    /// <example>Agreed convention, checked by a hold-out test after six months</example>
    public string? AttributionMethod { get; init; }

    /// <summary>How far the figure is trusted, a fraction from 0 to 1. Required unless the driver it fills says it.</summary>
    /// <example>0.8</example>
    public decimal? Confidence { get; init; }
}

/// <summary>An input with where it comes from.</summary>
public sealed record CalculatorInputTerms
{
    /// <summary>The value, in the unit of the input; shares are fractions (0.04 is 4 %).</summary>
    /// <example>0.04</example>
    public required decimal Value { get; init; }

    /// <summary>Who has the figure, 1 to 300 characters. Default: nobody named.</summary>
    /// <example>Client's market research</example>
    public string? Owner { get; init; }

    /// <summary>Where it stands, 1 to 300 characters. Default: none; the answer then counts the input as unsourced.</summary>
    /// <example>Geo test, spring 2026</example>
    public string? Source { get; init; }

    /// <summary>How it was found, 1 to 300 characters. Default: none.</summary>
    /// <example>Regions with and without the campaign</example>
    public string? Method { get; init; }
}
