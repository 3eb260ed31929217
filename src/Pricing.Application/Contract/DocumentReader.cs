using Pricing.Model.Engagements;

namespace Pricing.Application.Contract;

/// <summary>Reads an engagement, in the order of the contract's table where no member needs a later one.</summary>
internal sealed class DocumentReader(DocumentContext context)
{
    public Engagement Read(ObjectReader document)
    {
        var work = new WorkReader(context);
        var value = new ValueCaseReader(context);

        var name = document.Text("name");
        var client = document.OptionalText("client");
        var currency = context.Currency = document.CurrencyCode("currency");
        var exchangeRates = ReadExchangeRates(document);
        var agency = document.Object("agency", ReadAgency);
        var rateCard = document.Object("rateCard", ReadRateCard);
        var profiles = ReadProfiles(document);
        var packages = document.List("workPackages", work.ReadPackage, isOptional: true);
        var assets = document.List("assets", work.ReadAsset, isOptional: true);
        var costs = document.List("costs", work.ReadCost, isOptional: true);
        var revisions = document.OptionalObject("revisions", work.ReadRevisions);
        var engagement = new Engagement
        {
            Name = name,
            Client = client,
            Currency = currency,
            ExchangeRates = exchangeRates,
            Agency = agency,
            RateCard = rateCard,
            EffortProfiles = WithStored(profiles, document),
            WorkPackages = packages,
            Assets = assets,
            Costs = costs,
            Revisions = revisions,
            Value = document.Object("value", ValueCaseReader.ReadValue),
            Scorecard = document.OptionalObject("scorecard", value.ReadScorecard),
            Scenarios = document.Object("scenarios", scenarios => value.ReadScenarios(scenarios, document.Lacks("scorecard"))),
            TailProbability = document.Number("tailProbability", Allowed.PositiveShare),
            FeeStructures = document.List("feeStructures", new FeeReader(context).Read, Limits.FeeStructures, mayBeEmpty: false),
        };
        CheckWhatStructuresNeed(document);
        return engagement;
    }

    private void CheckWhatStructuresNeed(ObjectReader document)
    {
        if (context.HasHybrid && document.Lacks("scorecard"))
            document.Fault("scorecard", "scorecard is missing; a hybrid structure pays by it.");
        if (!context.HasCombined)
            return;
        foreach (var cost in context.CostsWithoutPhase)
            cost.Fault("phase", "phase is missing; a combined structure prices every cost with its phase.");
    }

    private ExchangeRate[] ReadExchangeRates(ObjectReader document)
    {
        if (!document.IsListOrAbsent("exchangeRates"))
            context.Rates.Lose();
        return document.List("exchangeRates", ReadExchangeRate, isOptional: true);
    }

    private ExchangeRate ReadExchangeRate(ObjectReader rate)
    {
        var currency = rate.UniqueCurrencyCode("currency");
        context.Rates.Add(currency);
        return new(currency, rate.Number("rate", Allowed.Rate), rate.Day("asOf"));
    }

    private static Agency ReadAgency(ObjectReader agency) => new(
        agency.Number("availableHours", Allowed.AtLeastOne),
        agency.Number("onCostRate", Allowed.Surcharge),
        agency.Number("overheadRate", Allowed.Surcharge),
        agency.Number("riskTolerance", Allowed.AtLeastOne),
        agency.Number("vatRate", Allowed.Share),
        agency.Number("artistSocialLevyRate", Allowed.Share));

    private RateCard ReadRateCard(ObjectReader card)
    {
        var stored = context.ReferenceUse == ReferenceUse.Resolved && card.Has("code");
        var roles = stored ? ReadStoredRoles(card) : null;
        return new(
            card.Number("discount", Allowed.Share),
            card.Number("realisation", Allowed.Share),
            roles ?? card.List("roles", ReadRole, Limits.Roles, mayBeEmpty: false));
    }

    private IReadOnlyList<Role> ReadStoredRoles(ObjectReader card)
    {
        var code = card.Text("code");
        card.Refuse("roles", "roles may not stand beside code, which stands for them.");
        var lookup = code.IsRead ? context.Book!.RateCard(code) : default;
        if (lookup.Value is not { } version)
        {
            if (code.IsRead)
                card.Fault("code", lookup.Reason ?? $"There is no rate card {JsonText.Quote(code)}.");
            return [];
        }

        if (context.Currency.IsRead && version.Currency != context.Currency)
            card.Fault("code", $"The rate card {JsonText.Quote(code)} is in {version.Currency}; the engagement is in {context.Currency.Value}.");
        foreach (var role in version.Roles)
            context.Roles.Add(new(role.Code, true));
        context.Provenance[$"{card.Pointer}/roles"] = version.Source;
        return version.Roles;
    }

    private Role ReadRole(ObjectReader role)
    {
        var code = role.UniqueText("code");
        context.Roles.Add(code);
        var title = role.Text("title");
        var hourlyRate = role.Number("hourlyRate", Allowed.Amount);
        return role.Has("costPerHour")
            ? new Freelancer(code, title, hourlyRate,
                role.Number("costPerHour", Allowed.Amount),
                role.OptionalFlag("artistic") ?? false)
            : new Employee(code, title, hourlyRate,
                role.Number("annualSalary", Allowed.Amount),
                role.Number("utilisation", Allowed.PositiveShare),
                role.OptionalNumber("onCostRate", Allowed.Surcharge));
    }

    private EffortProfile[] ReadProfiles(ObjectReader document)
    {
        var mayBeStored = context.Book is not null;
        if (!document.IsListOrAbsent("effortProfiles"))
            context.Profiles.Lose();
        return document.List("effortProfiles", ReadProfile, isOptional: mayBeStored, mayBeEmpty: mayBeStored);
    }

    private EffortProfile ReadProfile(ObjectReader profile)
    {
        var code = profile.UniqueText("code");
        context.Profiles.Add(code);
        var optimistic = profile.Number("optimistic", Allowed.Factor);
        var mostLikely = profile.Number("mostLikely", Allowed.Factor);
        var pessimistic = profile.Number("pessimistic", Allowed.Factor);
        profile.CheckOrder("optimistic", optimistic, "mostLikely", mostLikely);
        profile.CheckOrder("mostLikely", mostLikely, "pessimistic", pessimistic);
        if (!mostLikely.IsRead)
            profile.CheckOrder("optimistic", optimistic, "pessimistic", pessimistic);
        return new(code, optimistic, mostLikely, pessimistic);
    }

    private EffortProfile[] WithStored(EffortProfile[] sent, ObjectReader document)
    {
        if (context.Book is null)
            return sent;

        var stored = context.StoredProfiles;
        for (var i = 0; i < stored.Count; i++)
            context.Provenance[$"/effortProfiles/{sent.Length + i}"] = stored[i].Source;
        if (sent.Length + stored.Count == 0 && document.IsListOrAbsent("effortProfiles"))
            document.Fault("effortProfiles", "effortProfiles is empty, and no work names a stored profile; it needs at least one entry.");
        return [.. sent, .. stored.Select(entry => entry.Profile)];
    }
}
