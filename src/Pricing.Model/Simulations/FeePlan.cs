using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Pricing.Model.Comparisons;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Simulations;

/// <summary>A fee by trial: a linear form, and pieces that bend.</summary>
internal sealed class TrialFee
{
    public TrialFee(IEnumerable<FeePiece> pieces)
    {
        var all = pieces.ToList();
        Sum = all.Where(piece => piece.IsLinear).Aggregate((Linear)0, (total, piece) => total + piece.Flat);
        Bent = [.. all.Where(piece => !piece.IsLinear)];
    }

    /// <summary>The sum of all pieces that do not bend.</summary>
    public Linear Sum { get; }

    /// <summary>The pieces that do.</summary>
    public FeePiece[] Bent { get; }

    /// <summary>Works a block's fees out.</summary>
    /// <param name="fee">Where they go.</param>
    /// <param name="block">The block.</param>
    /// <param name="scratch">Three columns to work in.</param>
    public void Into(Span<Vector512<double>> fee, TrialBlock block, int scratch)
    {
        Sum.Into(fee, block);
        foreach (var piece in Bent)
            piece.AddTo(fee, block, scratch);
    }
}

/// <summary>A structure, or a part of one: listed = flat + slope × (inner between low and high), less the discount on all but pass-through.</summary>
internal sealed record FeePiece
{
    /// <summary>What is added as it is.</summary>
    public required Linear Flat { get; init; }

    /// <summary>What is held between <see cref="Low"/> and <see cref="High"/>; null for nothing.</summary>
    public Linear? Inner { get; init; }

    /// <summary>Least value of the inner form.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest value of the inner form; it outranks the least one.</summary>
    public double High { get; init; } = double.PositiveInfinity;

    /// <summary>Factor on the inner form.</summary>
    public double Slope { get; init; } = 1;

    /// <summary>Share taken off the listed fee without pass-through.</summary>
    public double Discount { get; init; }

    /// <summary>T + K.</summary>
    public Linear PassThrough { get; init; } = 0;

    /// <summary>Whether nothing bends.</summary>
    public bool IsLinear => Inner is null && Discount == 0;

    /// <summary>Adds it to a block's fees.</summary>
    public void AddTo(Span<Vector512<double>> fee, TrialBlock block, int scratch)
    {
        var listed = block.Column(scratch);
        Flat.Into(listed, block);
        if (Inner is not null)
            AddHeld(listed, block, scratch + 1);
        if (Discount != 0)
            TakeOff(listed, block, scratch + 2);
        for (var i = 0; i < fee.Length; i++)
            fee[i] += listed[i];
    }

    [MethodImpl(Hot.Loop)]
    private void AddHeld(Span<Vector512<double>> listed, TrialBlock block, int scratch)
    {
        var inner = block.Column(scratch);
        Inner!.Into(inner, block);
        var (low, high, slope) = (Vector512.Create(Low), Vector512.Create(High), Vector512.Create(Slope));
        for (var i = 0; i < listed.Length; i++)
            listed[i] = VectorMath.Fma(Vector512.MinNative(Vector512.MaxNative(inner[i], low), high), slope, listed[i]);
    }

    [MethodImpl(Hot.Loop)]
    private void TakeOff(Span<Vector512<double>> listed, TrialBlock block, int scratch)
    {
        var passThrough = block.Column(scratch);
        PassThrough.Into(passThrough, block);
        var share = Vector512.Create(-Discount);
        for (var i = 0; i < listed.Length; i++)
            listed[i] = VectorMath.Fma(Vector512.MaxNative(Vector512<double>.Zero, listed[i] - passThrough[i]), share, listed[i]);
    }
}

/// <summary>The fee structures as pieces of a trial's programme.</summary>
/// <remarks>
/// hourly, retainer, costPlus and gainShare follow the trial's hours and cost; fixed and valueBased keep the comparison's fee; the
/// others keep what they rest on from the comparison, and pass the trial's T and K on. Source: docs/formulas/simulation.md, "Fees".
/// </remarks>
internal sealed class FeePlan(Comparison comparison, DrawPlan draws, WorkPlan work)
{
    private readonly FeeBasis basis = comparison.Basis;
    private readonly Dictionary<string, ActualWork> works = new(StringComparer.Ordinal);

    /// <summary>A structure's fee; null where it has none.</summary>
    public TrialFee? Of(StructureComparison column)
    {
        if (!column.Feasible)
            return null;
        var discount = column.Structure.Discount;
        var whole = (column.Structure, basis.Work, column.Price.Listed, column.Price.Fee);
        return new(column.Structure is Combined combined
            ? column.Price.Parts.Select((part, i) => Piece((part.Structure, part.Work, part.Listed, part.Fee), ActualOf(combined.Parts[i].Phases), discount))
            : [Piece(whole, ActualOf(null), discount)]);
    }

    /// <summary>The work of the whole engagement, or of some phases, each sum a column.</summary>
    public ActualWork ActualOf(IReadOnlyList<Phase>? phases)
    {
        var key = phases is null ? "whole" : string.Join(',', phases.Order());
        if (works.TryGetValue(key, out var found))
            return found;
        var actual = phases is null ? work.Whole : work.Of(phases);
        return works[key] = actual with
        {
            Labour = draws.AsColumn(actual.Labour),
            CardValue = draws.AsColumn(actual.CardValue),
            Hours = draws.AsColumn(actual.Hours),
            Ai = draws.AsColumn(actual.Ai),
            ThirdParty = draws.AsColumn(actual.ThirdParty),
        };
    }

    private FeePiece Piece((FeeStructure Structure, Work Work, FeeSchedule Listed, FeeSchedule Fee) priced, ActualWork actual, decimal discount)
    {
        if (priced.Structure is Fixed or ValueBased)
            return new() { Flat = Constant(priced.Fee) };
        return Listed(priced.Structure, priced.Work, priced.Listed, actual) with { Discount = (double)discount, PassThrough = actual.PassThrough };
    }

    private FeePiece Listed(FeeStructure structure, Work expected, FeeSchedule listed, ActualWork actual) => structure switch
    {
        Hourly hourly => OfHours(hourly, actual),
        Retainer retainer => OfRetainer(retainer, expected, actual),
        CostPlus costPlus => new() { Flat = Charged(costPlus, actual.OwnCost) + actual.PassThrough },
        GainShare share => new()
        {
            Flat = actual.Cost,
            Inner = (double)share.BaselineCost - actual.Cost,
            Low = 0,
            Slope = (double)share.AgencyShare,
        },
        Performance performance => OfOutcome(performance, actual),
        Hybrid hybrid => OfPayout(hybrid, expected, actual),
        PerUnit perUnit => new() { Flat = Constant(listed) - PassThrough(expected, perUnit.ThirdPartyMarkup) + PassThrough(actual, perUnit.ThirdPartyMarkup) },
        _ => new() { Flat = Constant(listed) - PassThrough(expected, 0) + actual.PassThrough },
    };

    private FeePiece OfHours(Hourly hourly, ActualWork actual)
    {
        var billed = actual.CardValue * (double)(basis.Realisation * (1 - basis.RateCardDiscount)).Value;
        var others = Others(actual, hourly.AiMarkup, hourly.ThirdPartyMarkup);
        return hourly.Cap is { } cap ? new() { Flat = others, Inner = billed, High = (double)cap } : new() { Flat = billed + others };
    }

    private FeePiece OfRetainer(Retainer retainer, Work expected, ActualWork actual)
    {
        var rate = (double)retainer.RateFor(basis with { Work = expected }).PerHour.Value;
        var (months, included) = ((double)retainer.Months, (double)retainer.IncludedHours);
        return new()
        {
            Flat = months * included * rate + Others(actual, retainer.AiMarkup, retainer.ThirdPartyMarkup),
            Inner = actual.Hours * (1 / months) - included * (1 + (double)retainer.Tolerance),
            Low = 0,
            Slope = months * rate,
        };
    }

    private static Linear Charged(CostPlus terms, Linear ownCost)
    {
        if (terms.Markup is { } markup)
            return ownCost * (1 + (double)markup);
        var fee = ownCost + (double)(terms.FixedFee ?? 0);
        return terms is { TargetCost: { } target, SharingRatio: { } ratio } ? fee + ((double)target - ownCost) * (double)ratio : fee;
    }

    private FeePiece OfOutcome(Performance performance, ActualWork actual) => new()
    {
        Flat = actual.PassThrough,
        Inner = (double)performance.BaseFee + draws.OutcomeMultiplier * (double)(performance.ValueShare * comparison.Value.Total.Amount),
        Low = (double?)performance.MinimumFee ?? double.NegativeInfinity,
        High = (double?)performance.MaximumFee ?? double.PositiveInfinity,
    };

    private FeePiece OfPayout(Hybrid hybrid, Work expected, ActualWork actual)
    {
        var baseFee = (double)hybrid.BaseFee(basis with { Work = expected }).Amount;
        var payout = draws.Payout ?? throw new ArgumentException("A hybrid fee needs achievements: the outcome is drawn without.");
        return new() { Flat = baseFee + payout * ((double)hybrid.BonusPool * baseFee) + actual.PassThrough };
    }

    private static Linear Others(ActualWork actual, decimal aiMarkup, decimal thirdPartyMarkup) =>
        actual.Ai * (double)(1 + aiMarkup) + PassThrough(actual, thirdPartyMarkup);

    private static Linear PassThrough(ActualWork actual, decimal markup) => actual.ThirdParty * (double)(1 + markup) + actual.ArtistSocialLevy;

    private static double PassThrough(Work expected, decimal markup) => (double)(expected.ThirdParty * (1 + markup) + expected.ArtistSocialLevy).Amount;

    private static double Constant(FeeSchedule schedule) => (double)((FeeSchedule.Feasible)schedule).Fee.Constant.Amount;
}
