using Pricing.Documents.Charts;
using Pricing.Model.Analyses;

namespace Pricing.Application.Features.Analyses.Levers;

/// <summary>Numbers of an engagement that move together.</summary>
/// <param name="Name">A JSON pointer to one number, or the name of all of a sort.</param>
/// <param name="Number">Position and value in the document of a pointer's number; null for a name.</param>
/// <param name="Named">What moves by a name; null for a pointer.</param>
/// <param name="Cost">The cost as it moves; null where it must be costed anew.</param>
internal sealed record Lever(string Name, (int Position, decimal Value)? Number, NamedLever? Named, LinearCost? Cost)
{
    /// <summary>Whether it changes the agreement itself, so that fees are quoted anew whatever was agreed.</summary>
    public bool ChangesAgreement => Name.StartsWith("/feeStructures/", StringComparison.Ordinal);

    /// <summary>Where the lever stands: a pointer's number, or 1 for a name.</summary>
    public decimal Current => Number?.Value ?? 1;

    /// <summary>The lever as a chart names it.</summary>
    public ChartLever ForChart() => new(Name, Number?.Value);
}

/// <summary>How fees answer to a change.</summary>
internal enum FeeTerms
{
    /// <summary>Only fees that follow cost are priced anew.</summary>
    Agreed,

    /// <summary>Every fee is priced anew on the changed document.</summary>
    Quoted,
}
