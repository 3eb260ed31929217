using Pricing.Model.Fees;

namespace Pricing.Application.Contract;

/// <summary>Reads fee structures; the types are listed in <see cref="FeeTypes"/>.</summary>
internal sealed class FeeReader(DocumentContext context)
{
    // Stands in where the type could not be read; a document with such a fault yields no engagement.
    private static readonly FeeStructure Unread = new Commission(0, 0);

    /// <summary>A structure to compare.</summary>
    public FeeStructure Read(ObjectReader structure) => ReadTyped(structure, FeeTypes.All) with
    {
        Id = structure.OptionalUniqueText("id"),
        Name = structure.OptionalText("name"),
        Description = structure.OptionalText("description", Limits.Description),
        Discount = structure.OptionalNumber("discount", Allowed.Margin) ?? 0,
        DiscountReason = structure.OptionalText("discountReason"),
    };

    public static Hourly ReadHourly(ObjectReader hourly) => new(
        Markup(hourly, "aiMarkup"),
        Markup(hourly, "thirdPartyMarkup"),
        hourly.OptionalNumber("cap", Allowed.Amount));

    public static Retainer ReadRetainer(ObjectReader retainer) => new(
        retainer.Whole("months", 1, Limits.Term),
        retainer.Number("includedHours", Allowed.Amount),
        retainer.Number("tolerance", Allowed.Surcharge),
        retainer.OptionalNumber("rate", Allowed.Amount),
        Markup(retainer, "aiMarkup"),
        Markup(retainer, "thirdPartyMarkup"));

    public static Fixed ReadFixed(ObjectReader price) => new(
        price.Number("contingency", Allowed.Surcharge),
        price.Number("margin", Allowed.Margin),
        Markup(price, "aiMarkup"),
        Markup(price, "thirdPartyMarkup"));

    public static PerUnit ReadPerUnit(ObjectReader list) => new(
        list.List("units", ReadUnit, Limits.Units, mayBeEmpty: false),
        Markup(list, "thirdPartyMarkup"));

    public static CostPlus ReadCostPlus(ObjectReader costPlus)
    {
        var read = new CostPlus(
            costPlus.OptionalNumber("markup", Allowed.Surcharge),
            costPlus.OptionalNumber("fixedFee", Allowed.Amount),
            costPlus.OptionalNumber("targetCost", Allowed.Amount),
            costPlus.OptionalNumber("sharingRatio", Allowed.Share));

        var isShared = costPlus.Has("targetCost") || costPlus.Has("sharingRatio");
        if (costPlus.Has("markup") && costPlus.Has("fixedFee"))
        {
            costPlus.Fault("fixedFee", "fixedFee may not stand beside markup: a cost-plus fee has one or the other.");
        }
        else if (isShared)
        {
            foreach (var member in (ReadOnlySpan<string>)["fixedFee", "targetCost", "sharingRatio"])
            {
                if (costPlus.Lacks(member))
                    costPlus.Fault(member, $"{member} is missing; a shared target cost takes fixedFee, targetCost and sharingRatio.");
            }
        }
        else if (costPlus.Lacks("markup") && costPlus.Lacks("fixedFee"))
        {
            costPlus.Fault("markup", "markup is missing; a cost-plus fee takes markup, or fixedFee, or fixedFee, targetCost and sharingRatio.");
        }

        return read;
    }

    public static Commission ReadCommission(ObjectReader commission) => new(
        commission.Number("rate", Allowed.Share),
        commission.Number("grossMedia", Allowed.Amount));

    public static ValueBased ReadValueBased(ObjectReader valueBased) => new(
        valueBased.Number("valueShare", Allowed.Share),
        valueBased.Number("minimumMargin", Allowed.Margin));

    public static Performance ReadPerformance(ObjectReader performance)
    {
        var read = new Performance(
            performance.Number("baseFee", Allowed.Amount),
            performance.Number("valueShare", Allowed.Share),
            performance.OptionalNumber("minimumFee", Allowed.Amount),
            performance.OptionalNumber("maximumFee", Allowed.Amount));
        performance.CheckOrder("minimumFee", read.MinimumFee, "maximumFee", read.MaximumFee);
        return read;
    }

    public Hybrid ReadHybrid(ObjectReader hybrid)
    {
        context.HasHybrid = true;
        return new(hybrid.Number("baseMargin", Allowed.Margin), hybrid.Number("bonusPool", Allowed.Share));
    }

    public Licence ReadLicence(ObjectReader licence) => new(
        licence.Number("baseMargin", Allowed.Margin),
        Array.ConvertAll(licence.Values("roles", ReadRole, Limits.Roles, mayBeEmpty: false), role => role.Value),
        licence.Code("phase", CodeTables.Phases),
        licence.Object("usage", ReadUsage));

    public static Subscription ReadSubscription(ObjectReader subscription) => new(
        subscription.Number("setUpFee", Allowed.Amount),
        subscription.Number("monthlyFee", Allowed.Amount),
        subscription.Whole("months", 1, Limits.Term));

    public static GainShare ReadGainShare(ObjectReader gainShare) => new(
        gainShare.Number("baselineCost", Allowed.Amount),
        gainShare.Number("agencyShare", Allowed.Share));

    public Combined ReadCombined(ObjectReader combined)
    {
        var scope = new PartScope();
        var parts = combined.List("parts", part => ReadPart(part, scope), Limits.Parts, mayBeEmpty: false);
        string[] left = parts.Length > 0 && scope.IsComplete
            ? [.. context.Phases.Except(scope.Phases).Select(CodeTables.Phases.CodeOf)]
            : [];
        if (left.Length > 0)
            combined.Fault("parts", $"No part prices {string.Join(" and ", left)}, where the engagement has work or costs.");

        context.HasCombined = true;
        return new(parts);
    }

    private CombinedPart ReadPart(ObjectReader part, PartScope scope)
    {
        var phases = part.Values("phases", (values, entry) => ReadPhase(values, entry, scope));
        scope.IsComplete &= part.HasList("phases");
        return new(Array.ConvertAll(phases, phase => phase.Value), part.Object("structure", structure => ReadPartStructure(structure, scope)));
    }

    private static Sent<Phase> ReadPhase(ValueReader values, TreeNode entry, PartScope scope)
    {
        var phase = values.Code(entry, "A phase", CodeTables.Phases);
        scope.IsComplete &= phase.IsRead;
        if (phase.IsRead && !scope.Phases.Add(phase))
            values.Faults.Add(entry, $"The phase {CodeTables.Phases.CodeOf(phase)} stands twice; one part prices it.");
        return phase;
    }

    private FeeStructure ReadPartStructure(ObjectReader structure, PartScope scope)
    {
        var read = ReadTyped(structure, FeeTypes.OfParts) with { Name = structure.OptionalText("name") };
        foreach (var member in (ReadOnlySpan<string>)["id", "description", "discount", "discountReason"])
            structure.Refuse(member, $"{member} belongs to the combined structure, not to its parts.");
        if (read is ValueBased)
        {
            if (scope.HasValueBased)
                structure.Fault("type", "At most one part is value-based; this is the second.");
            scope.HasValueBased = true;
        }

        return read;
    }

    private FeeStructure ReadTyped(ObjectReader structure, CodeTable<FeeType> types)
    {
        var type = structure.Code("type", types);
        if (type.IsRead)
            return type.Value.Read(this, structure);
        structure.LeaveOtherMembers();
        return Unread;
    }

    private Sent<string> ReadRole(ValueReader values, TreeNode entry)
    {
        var role = values.Text(entry, "A role", Limits.Text);
        if (role.IsRead && context.Roles.IsKnown && !context.Roles.Holds(role))
            values.Faults.Add(entry, DocumentContext.NoSuchRole(role));
        return role;
    }

    private static PricedUnit ReadUnit(ObjectReader unit) => new(
        unit.Text("name"),
        unit.Number("quantity", Allowed.Amount),
        unit.Number("unitPrice", Allowed.Amount));

    private static LicenceUsage ReadUsage(ObjectReader usage) => new(
        usage.Number("type", Allowed.Factor),
        usage.Number("territory", Allowed.Factor),
        usage.Number("term", Allowed.Factor),
        usage.Number("scope", Allowed.Factor));

    private static decimal Markup(ObjectReader structure, string name) => structure.OptionalNumber(name, Allowed.Surcharge) ?? 0;

    /// <summary>What the parts of one combined structure have priced so far.</summary>
    private sealed class PartScope
    {
        public HashSet<Phase> Phases { get; } = [];

        /// <summary>Whether the phases of every part could be read.</summary>
        public bool IsComplete { get; set; } = true;

        public bool HasValueBased { get; set; }
    }
}
