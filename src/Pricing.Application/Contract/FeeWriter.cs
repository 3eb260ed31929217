using System.Text.Json;
using Pricing.Model.Fees;

namespace Pricing.Application.Contract;

/// <summary>Writes fee structures as the contract has them; the types are listed in <see cref="FeeTypes"/>.</summary>
internal static class FeeWriter
{
    /// <summary>A structure with its type, its own parameters and what all have in common.</summary>
    public static void Write(Utf8JsonWriter writer, FeeStructure structure)
    {
        writer.WriteStartObject();
        writer.WriteString("type", structure.Type);
        writer.Optional("id", structure.Id);
        writer.Optional("name", structure.Name);
        writer.Optional("description", structure.Description);
        FeeTypes.All.Find(structure.Type).Write(writer, structure);
        writer.UnlessZero("discount", structure.Discount);
        writer.Optional("discountReason", structure.DiscountReason);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Hourly hourly)
    {
        WriteMarkups(writer, hourly.AiMarkup, hourly.ThirdPartyMarkup);
        writer.Optional("cap", hourly.Cap);
    }

    public static void Write(Utf8JsonWriter writer, Retainer retainer)
    {
        writer.WriteNumber("months", retainer.Months);
        writer.WriteNumber("includedHours", retainer.IncludedHours);
        writer.WriteNumber("tolerance", retainer.Tolerance);
        writer.Optional("rate", retainer.Rate);
        WriteMarkups(writer, retainer.AiMarkup, retainer.ThirdPartyMarkup);
    }

    public static void Write(Utf8JsonWriter writer, Fixed price)
    {
        writer.WriteNumber("contingency", price.Contingency);
        writer.WriteNumber("margin", price.Margin);
        WriteMarkups(writer, price.AiMarkup, price.ThirdPartyMarkup);
    }

    public static void Write(Utf8JsonWriter writer, PerUnit list)
    {
        writer.List("units", list.Units, (entry, unit) =>
        {
            entry.WriteString("name", unit.Name);
            entry.WriteNumber("quantity", unit.Quantity);
            entry.WriteNumber("unitPrice", unit.UnitPrice);
        });
        writer.WriteNumber("thirdPartyMarkup", list.ThirdPartyMarkup);
    }

    public static void Write(Utf8JsonWriter writer, CostPlus costPlus)
    {
        writer.Optional("markup", costPlus.Markup);
        writer.Optional("fixedFee", costPlus.FixedFee);
        writer.Optional("targetCost", costPlus.TargetCost);
        writer.Optional("sharingRatio", costPlus.SharingRatio);
    }

    public static void Write(Utf8JsonWriter writer, Commission commission)
    {
        writer.WriteNumber("rate", commission.Rate);
        writer.WriteNumber("grossMedia", commission.GrossMedia);
    }

    public static void Write(Utf8JsonWriter writer, ValueBased valueBased)
    {
        writer.WriteNumber("valueShare", valueBased.ValueShare);
        writer.WriteNumber("minimumMargin", valueBased.MinimumMargin);
    }

    public static void Write(Utf8JsonWriter writer, Performance performance)
    {
        writer.WriteNumber("baseFee", performance.BaseFee);
        writer.WriteNumber("valueShare", performance.ValueShare);
        writer.Optional("minimumFee", performance.MinimumFee);
        writer.Optional("maximumFee", performance.MaximumFee);
    }

    public static void Write(Utf8JsonWriter writer, Hybrid hybrid)
    {
        writer.WriteNumber("baseMargin", hybrid.BaseMargin);
        writer.WriteNumber("bonusPool", hybrid.BonusPool);
    }

    public static void Write(Utf8JsonWriter writer, Licence licence)
    {
        writer.WriteNumber("baseMargin", licence.BaseMargin);
        writer.Words("roles", licence.Roles);
        writer.WriteString("phase", CodeTables.Phases.CodeOf(licence.Phase));
        writer.WriteStartObject("usage");
        writer.WriteNumber("type", licence.Usage.Type);
        writer.WriteNumber("territory", licence.Usage.Territory);
        writer.WriteNumber("term", licence.Usage.Term);
        writer.WriteNumber("scope", licence.Usage.Scope);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Subscription subscription)
    {
        writer.WriteNumber("setUpFee", subscription.SetUpFee);
        writer.WriteNumber("monthlyFee", subscription.MonthlyFee);
        writer.WriteNumber("months", subscription.Months);
    }

    public static void Write(Utf8JsonWriter writer, GainShare gainShare)
    {
        writer.WriteNumber("baselineCost", gainShare.BaselineCost);
        writer.WriteNumber("agencyShare", gainShare.AgencyShare);
    }

    public static void Write(Utf8JsonWriter writer, Combined combined) =>
        writer.List("parts", combined.Parts, (entry, part) =>
        {
            entry.Words("phases", part.Phases.Select(CodeTables.Phases.CodeOf));
            entry.WritePropertyName("structure");
            Write(entry, part.Structure);
        });

    private static void WriteMarkups(Utf8JsonWriter writer, decimal ai, decimal thirdParty)
    {
        writer.WriteNumber("aiMarkup", ai);
        writer.WriteNumber("thirdPartyMarkup", thirdParty);
    }
}
