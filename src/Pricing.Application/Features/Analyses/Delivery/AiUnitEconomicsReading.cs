using Pricing.Application.Contract;
using Pricing.Model.Analyses;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Delivery;

/// <summary>Reads what the unit economics of an asset are asked.</summary>
internal sealed class AiUnitEconomicsReading(ObjectReader parameters, AnalysisSubject subject)
{
    private const int MostAcceptances = 50, MostAttempts = 10_000, MostMonths = 60;

    private static readonly CodeTable<ProductionMethod> Methods = new(("ai", ProductionMethod.Ai), ("hybrid", ProductionMethod.Hybrid));
    private static readonly CodeTable<AiCostClass> Classes = new(("rights", AiCostClass.Rights), ("labelling", AiCostClass.Labelling), ("other", AiCostClass.Other));
    private static readonly Allowed AboveOne = new(1, Allowed.Huge, IsAbove: true);
    private static readonly Allowed PriceChange = new(-1, Allowed.Huge);

    // What is examined at one generation, and so needs it.
    private static readonly string[] OfGeneration =
        ["generation", "acceptances", "acceptanceBeta", "attemptCap", "clips", "selfHosted", "brandModel", "vendor"];

    private readonly ReferenceReading references = new(subject);

    public AiUnitEconomicsParameters Read()
    {
        var asset = references.Asset(parameters);
        var method = parameters.OptionalCode("method", Methods);
        var isMethodKnown = method is not null || parameters.Lacks("method");
        var examined = Examined(asset, method ?? ProductionMethod.Ai, isMethodKnown);

        // What depends on the work is only looked into where the work is found.
        var work = parameters.IsSound ? examined.By(method ?? ProductionMethod.Ai, subject.Engagement) : null;
        var read = new AiUnitEconomicsParameters
        {
            Asset = examined,
            Method = method ?? ProductionMethod.Ai,
            SetUpPackages = references.SetUpPackages(parameters),
            Volume = Volume(asset),
            CostClasses = CostClasses(work),
            Generation = parameters.OptionalWhole("generation", 0, int.MaxValue) ?? 0,
            Acceptances = parameters.OptionalNumbers("acceptances", Allowed.PositiveShare, MostAcceptances),
            AcceptanceBeta = parameters.OptionalObject("acceptanceBeta", beta => new BetaDistribution(beta.Number("a", AboveOne), beta.Number("b", Allowed.Positive))),
            AttemptCap = parameters.OptionalObject("attemptCap", cap => new AttemptCap(cap.Whole("cap", 1, MostAttempts), Amount(cap, "fallbackCost"))),
            Clips = parameters.OptionalObject("clips", clips => new Clips(clips.Number("length", Allowed.Positive), clips.Number("maximumLength", Allowed.Positive))),
            SelfHosted = parameters.OptionalObject("selfHosted", ReadSelfHosting),
            BrandModel = parameters.OptionalObject("brandModel", ReadBrandModel),
            Vendor = parameters.OptionalObject("vendor", ReadVendor),
        };
        if (work is not null && OfGeneration.Any(parameters.Has) && read.Generation >= work.Generations.Count)
            parameters.Fault("generation", $"The work by that method has no generation {read.Generation}; it has {work.Generations.Count}.");
        if (asset.IsRead && isMethodKnown && OwnMethodOf(asset) != read.Method)
            parameters.Refuse("vendor", "vendor asks after the engagement's own cost and so needs the method by which the engagement makes the asset.");
        return read;
    }

    private ProductionMethod OwnMethodOf(int asset) => AlternativeWork.MethodOf(subject.Engagement.Assets[asset]);

    private AlternativeWork Examined(Sent<int> asset, ProductionMethod method, bool isMethodKnown)
    {
        var wasSound = parameters.IsSound;
        var alternatives = references.Alternatives(parameters, position => isMethodKnown && asset.IsRead && position == asset ? [method] : [], isOptional: true);
        if (asset.IsRead && alternatives.FirstOrDefault(listed => listed.Asset == asset) is { } found)
            return found;

        // An entry that could not be read may be the one.
        if (wasSound && parameters.IsSound && OwnMethodOf(asset) != method)
            parameters.Fault("alternatives", $"The engagement does not make the asset by method {CodeTables.Methods.CodeOf(method)}, and no entry says how that would be.");
        return new(asset, new Dictionary<ProductionMethod, AssetWork>());
    }

    private decimal Volume(Sent<int> asset)
    {
        var quantity = asset.IsRead ? subject.Engagement.Assets[asset].Quantity : 1;
        if (parameters.Lacks("volume") && quantity == 0)
            parameters.Fault("volume", "volume is missing; the asset's own quantity is 0, over which no set-up can be shared.");
        return parameters.OptionalNumber("volume", Allowed.Positive) ?? quantity;
    }

    private Dictionary<string, AiCostClass> CostClasses(AssetWork? work)
    {
        var names = work?.CostsPerAsset.Where(cost => cost.Kind == CostKind.Ai).Select(cost => cost.Name).ToHashSet(StringComparer.Ordinal);
        var classes = parameters.OptionalWords("costClasses", names, name => $"The work has no AI cost {JsonText.Quote(name)}.", Classes) ?? [];
        return classes.ToDictionary(pair => pair.Name, pair => pair.Value.Value, StringComparer.Ordinal);
    }

    private SelfHosting ReadSelfHosting(ObjectReader hosting) => new(
        hosting.Number("gpuHourPrice", Allowed.Amount),
        references.Context.ReadCurrency(hosting),
        hosting.Number("secondsPerAttempt", Allowed.Amount),
        hosting.OptionalNumber("utilisation", Allowed.PositiveShare) ?? 1);

    private static BrandModelPlan ReadBrandModel(ObjectReader plan) => new(
        Amount(plan, "dataCost"),
        Amount(plan, "trainingCost"),
        plan.Number("acceptanceProbability", Allowed.PositiveShare),
        plan.Number("assetsPerMonth", Allowed.Positive),
        plan.Whole("months", 1, MostMonths),
        plan.OptionalNumber("monthlyRetention", Allowed.PositiveShare) ?? 1);

    private static VendorRisk ReadVendor(ObjectReader vendor) => new(
        vendor.Number("stopProbability", Allowed.Share),
        vendor.Number("migrationCost", Allowed.Amount),
        vendor.Number("priceChange", PriceChange),
        vendor.Number("remainingShare", Allowed.Share),
        vendor.OptionalNumber("replacementUnitPrice", Allowed.Amount),
        vendor.OptionalNumber("replacementAcceptanceProbability", Allowed.PositiveShare));

    private static Money Amount(ObjectReader entry, string name) => new(entry.Number(name, Allowed.Amount).Value);
}
