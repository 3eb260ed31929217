using Pricing.Model.Analyses;
using Pricing.Model.Engagements;

namespace Pricing.Application.Contract;

/// <summary>Reads what is done and what it takes: packages, assets, costs, revisions.</summary>
internal sealed class WorkReader(DocumentContext context)
{
    private static readonly Func<string, decimal, RoleHours> ToRoleHours = (role, hours) => new(role, hours);

    public WorkPackage ReadPackage(ObjectReader package)
    {
        var read = new WorkPackage
        {
            Id = package.OptionalUniqueText("id"),
            Name = package.Text("name"),
            Description = package.OptionalText("description", Limits.Description),
            Phase = context.ReadPhase(package),
            EffortProfile = context.ReadProfile(package),
            Method = package.OptionalCode("method", CodeTables.Methods),
            Hours = package.Map("hours", context.HoursByRole, ToRoleHours) ?? [],
            Start = package.OptionalDay("start"),
            End = package.OptionalDay("end"),
        };
        package.CheckOrder("start", read.Start, "end", read.End);
        return read;
    }

    public Asset ReadAsset(ObjectReader asset)
    {
        var read = new Asset
        {
            Id = asset.OptionalUniqueText("id"),
            Name = asset.Text("name"),
            Description = asset.OptionalText("description", Limits.Description),
            Phase = context.ReadPhase(asset),
            Quantity = asset.Number("quantity", Allowed.Amount),
            Method = asset.OptionalCode("method", CodeTables.Methods),
            EffortProfile = context.ReadProfile(asset),
            HoursPerAsset = asset.Map("hoursPerAsset", context.HoursByRole, ToRoleHours, isOptional: true) ?? [],
            Generations = asset.List("generations", ReadGeneration, Limits.Generations, isOptional: true),
            CostsPerAsset = asset.List("costsPerAsset", ReadCostPerAsset, isOptional: true),
            Start = asset.OptionalDay("start"),
            End = asset.OptionalDay("end"),
        };
        asset.CheckOrder("start", read.Start, "end", read.End);
        return read;
    }

    /// <summary>What it takes to make one asset, without the asset.</summary>
    public AssetWork ReadAssetWork(ObjectReader work) => new(
        context.ReadProfile(work),
        work.Map("hoursPerAsset", context.HoursByRole, ToRoleHours, isOptional: true) ?? [],
        work.List("generations", ReadGeneration, Limits.Generations, isOptional: true),
        work.List("costsPerAsset", ReadCostPerAsset, isOptional: true));

    /// <summary>A cost of the engagement.</summary>
    public Cost ReadCost(ObjectReader cost)
    {
        var read = ReadCostPerAsset(cost) with
        {
            Phase = cost.OptionalCode("phase", CodeTables.Phases),
            SetUp = cost.OptionalFlag("setUp"),
        };
        if (read.Phase is { } phase)
            context.Phases.Add(phase);
        if (cost.Lacks("phase"))
            context.CostsWithoutPhase.Add(cost);
        return read;
    }

    public Revisions ReadRevisions(ObjectReader revisions)
    {
        var phase = context.ReadPhase(revisions);
        var includedRounds = revisions.Whole("includedRounds", 0, Limits.IncludedRounds);
        var concreteness = revisions.Number("concreteness", Allowed.Share);
        var minimum = revisions.Number("minimumContinuation", Allowed.Margin);
        var maximum = revisions.Number("maximumContinuation", Allowed.Margin);
        revisions.CheckOrder("minimumContinuation", minimum, "maximumContinuation", maximum);
        return new(phase, includedRounds, concreteness, minimum, maximum,
            revisions.Map("hoursPerRound", context.HoursByRole, ToRoleHours) ?? [],
            revisions.Number("externalCostPerRound", Allowed.Amount));
    }

    public Deliverable ReadDeliverable(ObjectReader document)
    {
        if (document.Has("workPackage"))
        {
            var package = document.Object("workPackage", ReadPackage);
            document.Refuse("asset", "A deliverable is a workPackage or an asset, not both.");
            return new(DeliverableKind.WorkPackage, package.Name, package.Phase);
        }

        if (document.Lacks("asset"))
        {
            document.Fault("workPackage", "A deliverable is a workPackage or an asset; there is neither.");
            return new(DeliverableKind.WorkPackage, "", default);
        }

        var asset = document.Object("asset", ReadAsset);
        return new(DeliverableKind.Asset, asset.Name, asset.Phase);
    }

    private Cost ReadCostPerAsset(ObjectReader cost) => new()
    {
        Id = cost.OptionalUniqueText("id"),
        Name = cost.Text("name"),
        Description = cost.OptionalText("description", Limits.Description),
        Kind = cost.Code("kind", CodeTables.CostKinds),
        Amount = cost.Number("amount", Allowed.Amount),
        Currency = context.ReadCurrency(cost),
    };

    private Generation ReadGeneration(ObjectReader generation)
    {
        var price = ReadPrice(generation);
        var read = new Generation
        {
            Model = generation.Text("model"),
            AcceptedPerAsset = generation.Number("acceptedPerAsset", Allowed.Amount),
            SizePerAttempt = generation.Number("sizePerAttempt", Allowed.Amount),
            Unit = price.Unit,
            UnitPrice = price.UnitPrice,
            Currency = price.Currency,
            AcceptanceProbability = generation.Number("acceptanceProbability", Allowed.PositiveShare),
            ReviewRole = ReadReviewRole(generation),
            ReviewMinutesPerAttempt = generation.OptionalNumber("reviewMinutesPerAttempt", Allowed.Amount),
        };
        if (generation.Has("reviewRole") && generation.Lacks("reviewMinutesPerAttempt"))
            generation.Fault("reviewMinutesPerAttempt", "reviewMinutesPerAttempt is missing; it stands together with reviewRole.");
        if (generation.Has("reviewMinutesPerAttempt") && generation.Lacks("reviewRole"))
            generation.Fault("reviewRole", "reviewRole is missing; it stands together with reviewMinutesPerAttempt.");
        return read;
    }

    private string? ReadReviewRole(ObjectReader generation)
    {
        var role = generation.OptionalText("reviewRole");
        if (role is not null && context.Roles.IsKnown && !context.Roles.Holds(role))
            generation.Fault("reviewRole", DocumentContext.NoSuchRole(role));
        return role;
    }

    private (string Unit, decimal UnitPrice, string? Currency) ReadPrice(ObjectReader generation) =>
        context.ReferenceUse != ReferenceUse.Refused && generation.Has("priceBookEntry")
            ? ReadStoredPrice(generation)
            : (generation.Code("unit", CodeTables.Units), generation.Number("unitPrice", Allowed.Amount), context.ReadCurrency(generation));

    private (string Unit, decimal UnitPrice, string? Currency) ReadStoredPrice(ObjectReader generation)
    {
        const string Member = "priceBookEntry";
        var code = generation.Text(Member);
        foreach (var spelledOut in (ReadOnlySpan<string>)["unit", "unitPrice", "currency"])
            generation.Refuse(spelledOut, $"{spelledOut} may not stand beside {Member}, which gives it.");
        if (!code.IsRead || context.Book is null)
            return ("", 0, null);

        var lookup = context.Book.Price(code);
        if (lookup.Value is not { } price)
        {
            generation.Fault(Member, lookup.Reason ?? $"There is no price book entry {JsonText.Quote(code)}.");
            return ("", 0, null);
        }

        if (!CodeTables.Units.Holds(price.Unit))
            generation.Fault(Member, $"The price book entry {JsonText.Quote(code)} is priced per {JsonText.Shown(price.Unit)}; a generation takes {CodeTables.Units.List}.");
        if (context.LacksRate(price.Currency))
            generation.Fault(Member, $"The price book entry {JsonText.Quote(code)} needs an exchange rate for {price.Currency}.");
        context.Provenance[$"{generation.Pointer}/unitPrice"] = price.Source;
        return (price.Unit, price.UnitPrice, price.Currency);
    }
}
