using System.Globalization;
using Pricing.Application.Contract;
using Pricing.Model.Fees;
using Pricing.Model.Simulations;

namespace Pricing.Application.Features.Analyses.Simulation;

/// <summary>Reads what a simulation draws.</summary>
internal sealed class SimulationReader(AnalysisSubject subject)
{
    private const int MostCap = 10_000, MostSeedDigits = 20;

    private static readonly Allowed Variation = new(0, 10);
    private static readonly Allowed Correlation = new(-1, 1);
    private static readonly Allowed Drift = new(-1, 10, IsAbove: true);
    private static readonly Allowed Volatility = new(0, 5);
    private static readonly Allowed Years = new(0, 20);
    private static readonly Allowed AboveOne = new(1, Allowed.Huge, IsAbove: true);

    private static readonly CodeTable<EffortForm> EffortForms = new(("pert", EffortForm.Pert), ("triangular", EffortForm.Triangular), ("lognormal", EffortForm.Lognormal));
    private static readonly CodeTable<AttemptForm> AttemptForms = new(("negativeBinomial", AttemptForm.NegativeBinomial), ("capped", AttemptForm.Capped));
    private static readonly CodeTable<RoundSpread> RoundForms = new(("expected", RoundSpread.Expected), ("geometric", RoundSpread.Geometric));

    private readonly ReferenceReading references = new(subject);

    private enum EffortForm
    {
        Pert,
        Triangular,
        Lognormal,
    }

    private enum AttemptForm
    {
        NegativeBinomial,
        Capped,
    }

    public SimulationParameters Read(ObjectReader parameters)
    {
        var outcome = parameters.OptionalObject("outcome", spread => new Spread(spread.Number("coefficientOfVariation", Variation)));
        return new()
        {
            Trials = parameters.OptionalWhole("trials", 1_000, 10_000_000) ?? 100_000,
            Seed = parameters.OptionalValue("seed", ReadSeed) ?? 1,
            Threads = parameters.OptionalWhole("threads", 1, 256),
            Bins = parameters.OptionalWhole("bins", 1, 200) ?? 40,
            ClientRiskTolerance = parameters.OptionalNumber("clientRiskTolerance", Allowed.Positive),
            Effort = ReadEffort(parameters),
            Attempts = ReadAttempts(parameters),
            Revisions = parameters.OptionalCode("revisions", RoundForms) ?? RoundSpread.Expected,
            OutcomeVariation = outcome?.CoefficientOfVariation,
            Kpis = ReadKpis(parameters, isOutcomeDrawn: outcome is not null),
            PriceDrift = parameters.OptionalObject("priceDrift", drift => new Model.Simulations.PriceDrift(
                drift.Number("annualDrift", Drift), drift.Number("annualVolatility", Volatility), drift.Number("years", Years))),
            VendorStop = parameters.OptionalObject("vendorStop", stop => new VendorStop(
                stop.Number("probability", Allowed.Share), stop.Number("migrationCost", Allowed.Amount), stop.OptionalCode("phase", CodeTables.Phases) ?? Phase.Production)),
        };
    }

    // Beyond the contract's numbers: up to 2^64 − 1, and as text for callers whose numbers are binary fractions.
    private static Sent<ulong> ReadSeed(ValueReader values, TreeNode node)
    {
        if (node.Kind == JsonKind.Number && node.Number(out var number, ulong.MaxValue) == Magnitude.Sound && number >= 0 && number == decimal.Truncate(number))
            return new((ulong)number, true);
        if (node.Kind == JsonKind.Text && node.Text is { Length: > 0 and <= MostSeedDigits } digits && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            return new(seed, true);
        values.Faults.Add(node, $"seed is a whole number from 0 to {ulong.MaxValue}, or its digits as a text; you sent {node}.");
        return default;
    }

    private Dictionary<string, EffortSpread>? ReadEffort(ObjectReader parameters)
    {
        var profiles = subject.Engagement.EffortProfiles.Select(profile => profile.Code).ToHashSet(StringComparer.Ordinal);
        return parameters.OptionalObjects("effort", profiles, name => $"There is no effort profile {JsonText.Quote(name)}.", (_, spread) => ReadSpread(spread))
            ?.ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
    }

    private static EffortSpread ReadSpread(ObjectReader spread)
    {
        var form = spread.Code("type", EffortForms);
        if (!form.IsRead)
        {
            spread.LeaveOtherMembers();
            return new PertEffort(null);
        }

        if (form == EffortForm.Lognormal)
            return new LognormalEffort(spread.OptionalNumber("mean", Allowed.Positive), spread.Number("coefficientOfVariation", Variation));
        var range = ReadRange(spread);
        return form == EffortForm.Pert ? new PertEffort(range) : new TriangularEffort(range);
    }

    // All three, or the profile's.
    private static EffortRange? ReadRange(ObjectReader spread)
    {
        string[] members = ["optimistic", "mostLikely", "pessimistic"];
        if (members.All(spread.Lacks))
        {
            foreach (var member in members)
                spread.OptionalNumber(member, Allowed.Factor);
            return null;
        }

        var (optimistic, mostLikely, pessimistic) = (spread.Number(members[0], Allowed.Factor), spread.Number(members[1], Allowed.Factor), spread.Number(members[2], Allowed.Factor));
        spread.CheckOrder(members[0], optimistic, members[1], mostLikely);
        spread.CheckOrder(members[1], mostLikely, members[2], pessimistic);
        if (!mostLikely.IsRead)
            spread.CheckOrder(members[0], optimistic, members[2], pessimistic);
        return new(optimistic, mostLikely, pessimistic);
    }

    private AttemptSpread[] ReadAttempts(ObjectReader parameters)
    {
        var drawn = new HashSet<(int, int)>();
        var entries = parameters.List("attempts", entry => ReadAttempt(entry, drawn), isOptional: true, mayBeEmpty: false);
        return [.. entries.OfType<AttemptSpread>()];
    }

    private AttemptSpread? ReadAttempt(ObjectReader entry, HashSet<(int, int)> drawn)
    {
        var asset = references.Asset(entry);
        var generation = entry.OptionalWhole("generation", 0, Limits.Generations - 1);
        var isGenerationKnown = generation is not null || entry.Lacks("generation");
        var form = entry.Code("type", AttemptForms);
        AttemptCap? cap = null;
        if (form is { IsRead: true, Value: AttemptForm.Capped })
            cap = new(entry.Whole("cap", 1, MostCap), entry.Number("fallbackCost", Allowed.Amount));
        else if (!form.IsRead)
            entry.LeaveOtherMembers();
        var beta = entry.OptionalObject("beta", shape => new BetaShape(shape.Number("a", AboveOne), shape.Number("b", Allowed.Positive)));
        return asset.IsRead && isGenerationKnown && IsDrawable(entry, asset, generation ?? 0, drawn) ? new(asset, generation ?? 0, cap, beta) : null;
    }

    private bool IsDrawable(ObjectReader entry, int asset, int generation, HashSet<(int, int)> drawn)
    {
        var document = subject.Engagement;
        if (generation >= document.Assets[asset].Generations.Count)
            entry.Fault("generation", string.Create(CultureInfo.InvariantCulture, $"The asset has no generation {generation}; it has {document.Assets[asset].Generations.Count}, counted from 0."));
        else if (AttemptSpread.PiecesOf(document, asset, generation) is null)
            entry.Fault("asset", $"The asset's quantity × acceptedPerAsset must be a whole number of pieces, at most {AttemptSpread.MostPieces}.");
        else if (!drawn.Add((asset, generation)))
            entry.Fault("asset", "This generation of the asset stands twice in the list.");
        else
            return true;
        return false;
    }

    private KpiSpread[]? ReadKpis(ObjectReader parameters, bool isOutcomeDrawn)
    {
        string[] names = [.. (subject.Engagement.Scorecard?.Kpis ?? []).Select(kpi => kpi.Name)];
        var sent = parameters.OptionalObjects("kpis", names, name => $"The scorecard has no KPI {JsonText.Quote(name)}.", (name, kpi) => new KpiSpread(
            name, kpi.OptionalNumber("mean", Allowed.Positive) ?? 1, kpi.Number("coefficientOfVariation", Variation), kpi.Number("correlation", Correlation)));
        if (sent is null)
        {
            if (isOutcomeDrawn && parameters.Lacks("kpis") && subject.Engagement.FeeStructures.Any(HasHybrid))
                parameters.Fault("kpis", "kpis is missing; a hybrid structure pays by achievements, and a drawn outcome has no states that give them.");
            return null;
        }

        foreach (var missing in names.Where(name => !sent.Any(entry => entry.Name == name)))
            parameters.FaultWithin("kpis", missing, $"kpis lacks {JsonText.Quote(missing)}; all KPIs of the scorecard are drawn or none.");
        return names.Length == 0 ? null : [.. sent.Select(entry => entry.Value)];
    }

    private static bool HasHybrid(FeeStructure structure) =>
        structure is Hybrid || (structure is Combined combined && combined.Parts.Any(part => part.Structure is Hybrid));

    private sealed record Spread(decimal CoefficientOfVariation);
}
