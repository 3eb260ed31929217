using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Risk;
using Pricing.Model.Value;

namespace Pricing.Model.Comparisons;

/// <summary>An engagement under every fee structure, from both sides of the table, exact over the joint states and unrounded.</summary>
public sealed class Comparison
{
    // Columns × states from which on the cores share the work; below, sharing costs more than it saves.
    private const int WorthSharing = 500;

    private Comparison(ResolvedEngagement engagement, CostModel cost, ValueModel value, BargainingRange range, FeeBasis basis, IReadOnlyList<StructureComparison> structures)
    {
        (Engagement, Cost, Value, BargainingRange, Structures) = (engagement, cost, value, range, structures);
        Basis = basis;
        var valueBased = structures.FirstOrDefault(structure => structure.Structure is ValueBased);
        if (valueBased is { Feasible: true, ExpectedFee: { } fee })
            Split = (fee - range.Floor).Over(range.Zopa)?.Named("split");
    }

    /// <summary>What was compared.</summary>
    public ResolvedEngagement Engagement { get; }

    /// <summary>Currency of every amount.</summary>
    public Currency Currency => Engagement.Currency;

    /// <summary>What the work costs the agency.</summary>
    public CostModel Cost { get; }

    /// <summary>What the work is worth to the client.</summary>
    public ValueModel Value { get; }

    /// <summary>The fees between which both sides gain, at the minimum margin of the first value-based structure.</summary>
    public BargainingRange BargainingRange { get; }

    /// <summary>(value fee after discount − floor) / ZOPA; null without a feasible value-based structure.</summary>
    public Figure? Split { get; }

    /// <summary>One column per fee structure, in the order sent.</summary>
    public IReadOnlyList<StructureComparison> Structures { get; }

    /// <summary>Cost and outcome states, exact and not sampled.</summary>
    public JointStates States => Basis.States;

    /// <summary>What every fee structure rests on.</summary>
    internal FeeBasis Basis { get; }

    /// <summary>The work of some phases.</summary>
    internal Work WorkOf(IReadOnlyList<Phase> phases) => Basis.WorkOf(phases);

    /// <summary>Compares.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="agreed">
    /// The comparison on which fees were agreed before the engagement changed: fees that follow cost are priced anew, every
    /// other one stays. Null to price every fee on the engagement as it is.
    /// </param>
    /// <exception cref="BeyondBoundsException">A figure exceeds 1e13, or a retainer without rate has no hours.</exception>
    public static Comparison Of(ResolvedEngagement engagement, Comparison? agreed = null) => Of(engagement, agreed, unmoved: null);

    /// <summary>Compares an engagement that differs in some numbers from one that was compared; what rests on none of them is taken over.</summary>
    /// <param name="engagement">The engagement with numbers moved.</param>
    /// <param name="unmoved">The comparison before.</param>
    /// <param name="isAgreed">Whether fees were agreed on the engagement before, or are all priced anew.</param>
    /// <param name="cost">The cost, where it is known without costing every line; null where it is not.</param>
    /// <inheritdoc cref="Of(ResolvedEngagement, Comparison?)" path="/exception"/>
    public static Comparison OfMoved(ResolvedEngagement engagement, Comparison unmoved, bool isAgreed, CostModel? cost = null) =>
        Of(engagement, isAgreed ? unmoved : null, unmoved, cost);

    private static Comparison Of(ResolvedEngagement engagement, Comparison? agreed, Comparison? unmoved, CostModel? known = null)
    {
        var (cost, value) = CostAndValue(engagement, unmoved, known);
        var structures = engagement.Document.FeeStructures;
        var range = BargainingRange.Of(engagement, cost.Work, value.Total, MinimumMarginOf(engagement));
        var states = unmoved is not null && engagement.Document.HasSameStates(unmoved.Engagement.Document, isAgreed: agreed is not null)
            ? unmoved.States
            : ComparisonTable.StatesOf(engagement, agreed?.Engagement ?? engagement);
        var table = new ComparisonTable(engagement, cost, value, range, states, agreed);

        return new(engagement, cost, value, range, table.Basis, Columns(table, structures, states: engagement.Document.Scenarios.Cost.Count + engagement.Document.Scenarios.Outcome.Count));
    }

    /// <summary>Margin on which the range's floor rests: that of the first value-based structure, 0 where there is none.</summary>
    internal static Figure MinimumMarginOf(ResolvedEngagement engagement)
    {
        var structures = engagement.Document.FeeStructures;
        var first = FirstValueBased(structures);
        return first < 0
            ? 0
            : engagement.Input(((ValueBased)structures[first]).MinimumMargin, "minimum margin", $"/feeStructures/{first}/minimumMargin");
    }

    private static StructureComparison[] Columns(ComparisonTable table, IReadOnlyList<FeeStructure> structures, int states)
    {
        var columns = new StructureComparison[structures.Count];
        var bounds = new Bounds[columns.Length];
        if (states * columns.Length < WorthSharing)
        {
            for (var i = 0; i < columns.Length; i++)
                Fill(i);
        }
        else
        {
            Parallel.For(0, columns.Length, Fill);
        }

        var faults = new Bounds();
        foreach (var ofColumn in bounds)
            faults.Add(ofColumn);
        faults.ThrowIfBroken();
        return columns;

        void Fill(int i) => columns[i] = table.Column(structures[i], i, bounds[i] = new())!;
    }

    // Faults of cost and value are told together, as one document has both.
    private static (CostModel, ValueModel) CostAndValue(ResolvedEngagement engagement, Comparison? unmoved, CostModel? known)
    {
        CostModel cost;
        try
        {
            cost = known ?? (unmoved is null ? null : engagement.Document.CostFrom(unmoved)) ?? CostModel.Of(engagement);
        }
        catch (BeyondBoundsException ofCost)
        {
            try
            {
                ValueModel.Of(engagement);
            }
            catch (BeyondBoundsException ofValue)
            {
                throw new BeyondBoundsException([.. ofCost.Faults, .. ofValue.Faults]);
            }

            throw;
        }

        var value = unmoved is not null && engagement.Document.Value.HasSameBenefit(unmoved.Engagement.Document.Value) ? unmoved.Value : ValueModel.Of(engagement);
        return (cost, value);
    }

    private static int FirstValueBased(IReadOnlyList<FeeStructure> structures)
    {
        for (var i = 0; i < structures.Count; i++)
        {
            if (structures[i] is ValueBased)
                return i;
        }

        return -1;
    }
}
