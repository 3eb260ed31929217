using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Pricing.Model.Comparisons;

namespace Pricing.Model.Simulations;

/// <summary>Profit or surplus of one structure: factor × fee + other, the other being the cost or the value.</summary>
internal readonly record struct Series(int Fee, double Factor, int Other)
{
    /// <summary>The amounts of one group of trials of a block.</summary>
    public Vector512<double> Of(TrialBlock block, int group) =>
        VectorMath.Fma(block.Column(Fee)[group], Vector512.Create(Factor), block.Column(Other)[group]);

    /// <summary>The amounts of a block.</summary>
    public void Into(Span<Vector512<double>> amounts, TrialBlock block)
    {
        var factor = Vector512.Create(Factor);
        ref var fee = ref MemoryMarshal.GetReference(block.Column(Fee));
        ref var other = ref MemoryMarshal.GetReference(block.Column(Other));
        for (var i = 0; i < amounts.Length; i++)
            amounts[i] = VectorMath.Fma(Unsafe.Add(ref fee, i), factor, Unsafe.Add(ref other, i));
    }
}

/// <summary>An engagement turned into the programme of a trial, once for all trials.</summary>
internal sealed class SimulationPlan
{
    private readonly DrawPlan draws;
    private readonly Step[] steps;
    private readonly int[] feeColumns;
    private readonly TrialFee?[] fees;
    private readonly int scratch;

    /// <summary>Makes the plan.</summary>
    /// <exception cref="ArgumentException">The parameters do not fit the engagement.</exception>
    public SimulationPlan(Comparison comparison, SimulationParameters parameters)
    {
        draws = new(comparison, parameters);
        var feePlan = new FeePlan(comparison, draws, new WorkPlan(comparison, draws, parameters.VendorStop));
        fees = [.. comparison.Structures.Select(feePlan.Of)];

        var whole = feePlan.ActualOf(null);
        Cost = draws.ColumnOf(whole.Cost);
        Hours = draws.ColumnOf(whole.Hours);
        var outlay = draws.ColumnOf(whole.Cost * -1);
        var value = draws.ColumnOf(draws.OutcomeMultiplier * (double)comparison.Value.Total.Amount);
        feeColumns = [.. fees.Select(fee => fee is null ? -1 : draws.NewColumn())];
        scratch = draws.NewColumn();
        draws.NewColumn();
        draws.NewColumn();

        steps = [.. draws.Steps];
        CostOfNetFee = (double)comparison.Engagement.CostOfNetFee.Value;
        Feasible = [.. Enumerable.Range(0, fees.Length).Where(i => fees[i] is not null)];
        Fees = [.. Feasible.Select(i => feeColumns[i])];
        Series = [.. Fees.SelectMany(fee => new Series[] { new(fee, 1, outlay), new(fee, -CostOfNetFee, value) })];
    }

    /// <summary>The drawn quantities.</summary>
    public DrawPlan Draws => draws;

    /// <summary>The fee of each structure; null where it has none.</summary>
    public TrialFee?[] TrialFees => fees;

    /// <summary>Columns of a block.</summary>
    public int Columns => draws.Columns;

    /// <summary>Column of L + A + T + K.</summary>
    public int Cost { get; }

    /// <summary>Column of the hours.</summary>
    public int Hours { get; }

    /// <summary>u: what a net fee of 1 costs the client.</summary>
    public double CostOfNetFee { get; }

    /// <summary>Places of the feasible structures.</summary>
    public int[] Feasible { get; }

    /// <summary>Columns of their fees.</summary>
    public int[] Fees { get; }

    /// <summary>Agency and client of each of them in turn.</summary>
    public Series[] Series { get; }

    /// <summary>Works a block of trials out.</summary>
    public void Fill(TrialBlock block, ulong seed, int index)
    {
        foreach (var step in steps)
            step.Run(block, seed, index);
        for (var i = 0; i < fees.Length; i++)
            fees[i]?.Into(block.Column(feeColumns[i]), block, scratch);
    }
}
