using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pricing.Model.Engagements;

namespace Pricing.Application.Contract;

/// <summary>Writes an engagement as a document of the comparison contract that <see cref="EngagementReader"/> reads back.</summary>
public static class EngagementWriter
{
    // Documents are served as JSON and never pasted into a page, so letters may stay letters.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document in UTF-8: members in the order of the contract, absent ones left out, decimals exact.</summary>
    public static byte[] Write(Engagement engagement)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        WriteMembers(writer, engagement);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMembers(Utf8JsonWriter writer, Engagement engagement)
    {
        writer.WriteString("name", engagement.Name);
        writer.Optional("client", engagement.Client);
        writer.WriteString("currency", engagement.Currency);
        writer.OptionalList("exchangeRates", engagement.ExchangeRates, WriteExchangeRate);
        WriteAgency(writer, engagement.Agency);
        WriteRateCard(writer, engagement.RateCard);
        writer.List("effortProfiles", engagement.EffortProfiles, WriteProfile);
        writer.OptionalList("workPackages", engagement.WorkPackages, WritePackage);
        writer.OptionalList("assets", engagement.Assets, WriteAsset);
        writer.OptionalList("costs", engagement.Costs, WriteCost);
        if (engagement.Revisions is { } revisions)
            WriteRevisions(writer, revisions);
        WriteValue(writer, engagement.Value);
        WriteScenarios(writer, engagement.Scenarios);
        if (engagement.Scorecard is { } scorecard)
            WriteScorecard(writer, scorecard);
        writer.WriteNumber("tailProbability", engagement.TailProbability);
        writer.WriteStartArray("feeStructures");
        foreach (var structure in engagement.FeeStructures)
            FeeWriter.Write(writer, structure);
        writer.WriteEndArray();
    }

    private static void WriteExchangeRate(Utf8JsonWriter writer, ExchangeRate rate)
    {
        writer.WriteString("currency", rate.Currency);
        writer.WriteNumber("rate", rate.Rate);
        writer.Day("asOf", rate.AsOf);
    }

    private static void WriteAgency(Utf8JsonWriter writer, Agency agency)
    {
        writer.WriteStartObject("agency");
        writer.WriteNumber("availableHours", agency.AvailableHours);
        writer.WriteNumber("onCostRate", agency.OnCostRate);
        writer.WriteNumber("overheadRate", agency.OverheadRate);
        writer.WriteNumber("riskTolerance", agency.RiskTolerance);
        writer.WriteNumber("vatRate", agency.VatRate);
        writer.WriteNumber("artistSocialLevyRate", agency.ArtistSocialLevyRate);
        writer.WriteEndObject();
    }

    private static void WriteRateCard(Utf8JsonWriter writer, RateCard card)
    {
        writer.WriteStartObject("rateCard");
        writer.WriteNumber("discount", card.Discount);
        writer.WriteNumber("realisation", card.Realisation);
        writer.List("roles", card.Roles, WriteRole);
        writer.WriteEndObject();
    }

    private static void WriteRole(Utf8JsonWriter writer, Role role)
    {
        writer.WriteString("code", role.Code);
        writer.WriteString("title", role.Title);
        writer.WriteNumber("hourlyRate", role.HourlyRate);
        switch (role)
        {
            case Employee employee:
                writer.WriteNumber("annualSalary", employee.AnnualSalary);
                writer.WriteNumber("utilisation", employee.Utilisation);
                writer.Optional("onCostRate", employee.OnCostRate);
                break;
            case Freelancer freelancer:
                writer.WriteNumber("costPerHour", freelancer.CostPerHour);
                if (freelancer.Artistic)
                    writer.WriteBoolean("artistic", true);
                break;
            default:
                throw new ArgumentException($"A role of type {role.GetType().Name} has no form in the contract.", nameof(role));
        }
    }

    private static void WriteProfile(Utf8JsonWriter writer, EffortProfile profile)
    {
        writer.WriteString("code", profile.Code);
        writer.WriteNumber("optimistic", profile.Optimistic);
        writer.WriteNumber("mostLikely", profile.MostLikely);
        writer.WriteNumber("pessimistic", profile.Pessimistic);
    }

    private static void WritePackage(Utf8JsonWriter writer, WorkPackage package)
    {
        writer.Optional("id", package.Id);
        writer.WriteString("name", package.Name);
        writer.Optional("description", package.Description);
        writer.WriteString("phase", CodeTables.Phases.CodeOf(package.Phase));
        writer.WriteString("effortProfile", package.EffortProfile);
        WriteHours(writer, "hours", package.Hours);
        writer.Optional("method", package.Method, CodeTables.Methods);
        writer.Optional("start", package.Start);
        writer.Optional("end", package.End);
    }

    private static void WriteAsset(Utf8JsonWriter writer, Asset asset)
    {
        writer.Optional("id", asset.Id);
        writer.WriteString("name", asset.Name);
        writer.Optional("description", asset.Description);
        writer.WriteString("phase", CodeTables.Phases.CodeOf(asset.Phase));
        writer.WriteNumber("quantity", asset.Quantity);
        writer.Optional("method", asset.Method, CodeTables.Methods);
        writer.WriteString("effortProfile", asset.EffortProfile);
        if (asset.HoursPerAsset.Count > 0)
            WriteHours(writer, "hoursPerAsset", asset.HoursPerAsset);
        writer.OptionalList("generations", asset.Generations, WriteGeneration);
        writer.OptionalList("costsPerAsset", asset.CostsPerAsset, WriteCost);
        writer.Optional("start", asset.Start);
        writer.Optional("end", asset.End);
    }

    private static void WriteGeneration(Utf8JsonWriter writer, Generation generation)
    {
        writer.WriteString("model", generation.Model);
        writer.WriteNumber("acceptedPerAsset", generation.AcceptedPerAsset);
        writer.WriteNumber("sizePerAttempt", generation.SizePerAttempt);
        writer.WriteString("unit", generation.Unit);
        writer.WriteNumber("unitPrice", generation.UnitPrice);
        writer.Optional("currency", generation.Currency);
        writer.WriteNumber("acceptanceProbability", generation.AcceptanceProbability);
        writer.Optional("reviewRole", generation.ReviewRole);
        writer.Optional("reviewMinutesPerAttempt", generation.ReviewMinutesPerAttempt);
    }

    private static void WriteCost(Utf8JsonWriter writer, Cost cost)
    {
        writer.Optional("id", cost.Id);
        writer.WriteString("name", cost.Name);
        writer.Optional("description", cost.Description);
        writer.WriteString("kind", CodeTables.CostKinds.CodeOf(cost.Kind));
        writer.WriteNumber("amount", cost.Amount);
        writer.Optional("currency", cost.Currency);
        writer.Optional("phase", cost.Phase, CodeTables.Phases);
        writer.Optional("setUp", cost.SetUp);
    }

    private static void WriteRevisions(Utf8JsonWriter writer, Revisions revisions)
    {
        writer.WriteStartObject("revisions");
        writer.WriteString("phase", CodeTables.Phases.CodeOf(revisions.Phase));
        writer.WriteNumber("includedRounds", revisions.IncludedRounds);
        writer.WriteNumber("concreteness", revisions.Concreteness);
        writer.WriteNumber("minimumContinuation", revisions.MinimumContinuation);
        writer.WriteNumber("maximumContinuation", revisions.MaximumContinuation);
        WriteHours(writer, "hoursPerRound", revisions.HoursPerRound);
        writer.WriteNumber("externalCostPerRound", revisions.ExternalCostPerRound);
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, ValueCase value)
    {
        writer.WriteStartObject("value");
        writer.WriteNumber("discountRate", value.DiscountRate);
        writer.Optional("inputTaxDeductible", value.InputTaxDeductible);
        writer.List("drivers", value.Drivers, WriteDriver);
        writer.WriteNumber("referencePrice", value.ReferencePrice);
        writer.WriteNumber("referenceValueShare", value.ReferenceValueShare);
        writer.WriteEndObject();
    }

    private static void WriteDriver(Utf8JsonWriter writer, ValueDriver driver)
    {
        writer.Optional("id", driver.Id);
        writer.WriteString("name", driver.Name);
        writer.WriteNumber("firstMonth", driver.FirstMonth);
        writer.WriteNumber("monthlyRetention", driver.MonthlyRetention);
        writer.WriteNumber("months", driver.Months);
        writer.WriteNumber("delayMonths", driver.DelayMonths);
        writer.WriteNumber("attribution", driver.Attribution);
        writer.WriteNumber("confidence", driver.Confidence);
        writer.Optional("formula", driver.Formula);
        writer.Optional("attributionMethod", driver.AttributionMethod);
        writer.Optional("dataOwner", driver.DataOwner);
        writer.Optional("source", driver.Source);
    }

    private static void WriteScenarios(Utf8JsonWriter writer, Scenarios scenarios)
    {
        writer.WriteStartObject("scenarios");
        writer.List("cost", scenarios.Cost, (entry, state) =>
        {
            entry.WriteNumber("factor", state.Factor);
            entry.WriteNumber("probability", state.Probability);
        });
        writer.List("outcome", scenarios.Outcome, (entry, state) =>
        {
            entry.WriteString("name", state.Name);
            entry.WriteNumber("valueMultiplier", state.ValueMultiplier);
            entry.WriteNumber("probability", state.Probability);
            if (state.KpiAchievement is { } achievement)
                WriteAchievement(entry, achievement);
        });
        writer.WriteEndObject();
    }

    private static void WriteAchievement(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, decimal>> achievement)
    {
        writer.WriteStartObject("kpiAchievement");
        foreach (var (kpi, achieved) in achievement)
            writer.WriteNumber(kpi, achieved);
        writer.WriteEndObject();
    }

    private static void WriteScorecard(Utf8JsonWriter writer, Scorecard scorecard)
    {
        writer.WriteStartObject("scorecard");
        writer.WriteNumber("threshold", scorecard.Threshold);
        writer.WriteNumber("stretch", scorecard.Stretch);
        writer.WriteNumber("cap", scorecard.Cap);
        writer.List("kpis", scorecard.Kpis, WriteKpi);
        writer.WriteEndObject();
    }

    private static void WriteKpi(Utf8JsonWriter writer, Kpi kpi)
    {
        writer.Optional("id", kpi.Id);
        writer.WriteString("name", kpi.Name);
        writer.WriteNumber("weight", kpi.Weight);
        writer.Optional("unit", kpi.Unit);
        writer.Optional("definition", kpi.Definition);
        writer.Optional("baseline", kpi.Baseline);
        writer.Optional("target", kpi.Target);
        writer.Optional("direction", kpi.Direction);
        writer.Optional("window", kpi.Window);
        writer.Optional("dataOwner", kpi.DataOwner);
        writer.Optional("source", kpi.Source);
    }

    private static void WriteHours(Utf8JsonWriter writer, string name, IReadOnlyList<RoleHours> hours)
    {
        writer.WriteStartObject(name);
        foreach (var (role, planned) in hours)
            writer.WriteNumber(role, planned);
        writer.WriteEndObject();
    }
}
