using Pricing.Model.Comparisons;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>The amounts of a piece of work that no client learns, each rounded to the currency's minor unit, with the name of what it is.</summary>
/// <remarks>
/// Cost expected and in every cost state, and the floor at each minimum margin of the document, all with and without what passes through; labour and
/// AI cost by themselves. Work without cost of the agency's own has none: what passes through is told by right. Zero tells nothing.
/// Source: docs/decisions/0007-what-may-go-to-a-client.md.
/// </remarks>
internal sealed class InsideAmounts
{
    private readonly Currency currency;
    private readonly Dictionary<decimal, string> names = [];

    private InsideAmounts(Currency currency) => this.currency = currency;

    /// <summary>The inside of the whole engagement and of the parts of one of its structures.</summary>
    public static InsideAmounts Of(Comparison comparison, StructureComparison structure)
    {
        var inside = new InsideAmounts(comparison.Currency);
        decimal[] margins = [.. MinimumMargins(comparison).Distinct()];
        foreach (var work in structure.Price.Parts.Select(part => part.Work).Prepend(comparison.Cost.Work))
            inside.Add(work, comparison, margins);
        return inside;
    }

    /// <summary>What an amount would give away; null where it is none of the inside.</summary>
    public string? NameOf(decimal amount) => names.GetValueOrDefault(Printed(amount));

    /// <summary>An amount as it is told.</summary>
    public decimal Printed(decimal amount) => new Money(amount).ToMinorUnit(currency);

    private void Add(Work work, Comparison comparison, IReadOnlyList<decimal> margins)
    {
        var (own, passThrough) = (work.OwnCost.Amount, work.PassThrough.Amount);
        if (Printed(own) == 0)
            return;
        Add("the expected cost", own, passThrough);
        foreach (var margin in margins)
            Add("the floor", own / (1 - margin), passThrough);
        foreach (var state in comparison.States.Cost)
            Add("the cost in a cost state", work.Labour.Amount * state.Factor.Value + work.Ai.Amount, passThrough);
        Add("the labour cost", work.Labour.Amount);
        Add("the AI cost", work.Ai.Amount);
    }

    private void Add(string name, decimal own, decimal passThrough)
    {
        Add(name, own + passThrough);
        Add($"{name} without third parties and levy", own);
    }

    private void Add(string name, decimal amount)
    {
        if (Printed(amount) is not 0 and var printed)
            names.TryAdd(printed, name);
    }

    private static IEnumerable<decimal> MinimumMargins(Comparison comparison) => comparison.Structures
        .SelectMany(column => column.Structure is Combined combined ? combined.Parts.Select(part => part.Structure) : [column.Structure])
        .OfType<ValueBased>().Select(structure => structure.MinimumMargin);
}
