using Pricing.Documents.Charts;

namespace Pricing.Application.Features.Analyses.Levers;

/// <summary>Numbers of an engagement that move together.</summary>
/// <param name="Name">A JSON pointer to one number, or the name of all of a sort.</param>
/// <param name="Numbers">Position and value of each number in the document.</param>
internal sealed record Lever(string Name, IReadOnlyList<(int Position, decimal Value)> Numbers)
{
    /// <summary>Whether it is a pointer, and so moves a single number.</summary>
    public bool IsPointer => Name.StartsWith('/');

    /// <summary>Whether it changes the agreement itself, so that fees are quoted anew whatever was agreed.</summary>
    public bool ChangesAgreement => Name.StartsWith("/feeStructures/", StringComparison.Ordinal);

    /// <summary>Where the lever stands: a pointer's number, or 1 for a name.</summary>
    public decimal Current => IsPointer ? Numbers[0].Value : 1;

    /// <summary>The lever as a chart names it.</summary>
    public ChartLever ForChart() => new(Name, IsPointer ? Numbers[0].Value : null);

    /// <summary>The numbers times a factor.</summary>
    public IEnumerable<(int Position, decimal Value)> Times(decimal factor) => Numbers.Select(number => (number.Position, number.Value * factor));

    /// <summary>A pointer's number at a value, or a name's numbers times that factor.</summary>
    public IEnumerable<(int Position, decimal Value)> At(decimal value) => IsPointer ? [(Numbers[0].Position, value)] : Times(value);
}

/// <summary>How fees answer to a change.</summary>
internal enum FeeTerms
{
    /// <summary>Only fees that follow cost are priced anew.</summary>
    Agreed,

    /// <summary>Every fee is priced anew on the changed document.</summary>
    Quoted,
}
