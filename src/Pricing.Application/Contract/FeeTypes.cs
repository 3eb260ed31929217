using System.Text.Json;
using Pricing.Model.Fees;

namespace Pricing.Application.Contract;

/// <summary>A type of fee structure: its name on the wire, and how its own parameters are read and written.</summary>
internal sealed record FeeType(string Name, Func<FeeReader, ObjectReader, FeeStructure> Read, Action<Utf8JsonWriter, FeeStructure> Write)
{
    public static FeeType Of<T>(string name, Func<FeeReader, ObjectReader, T> read, Action<Utf8JsonWriter, T> write)
        where T : FeeStructure =>
        new(name, read, (writer, structure) => write(writer, (T)structure));
}

/// <summary>The types of fee structures: one line each.</summary>
internal static class FeeTypes
{
    private static readonly FeeType[] Plain =
    [
        FeeType.Of("hourly", (_, members) => FeeReader.ReadHourly(members), FeeWriter.Write),
        FeeType.Of("retainer", (_, members) => FeeReader.ReadRetainer(members), FeeWriter.Write),
        FeeType.Of("fixed", (_, members) => FeeReader.ReadFixed(members), FeeWriter.Write),
        FeeType.Of("perUnit", (_, members) => FeeReader.ReadPerUnit(members), FeeWriter.Write),
        FeeType.Of("costPlus", (_, members) => FeeReader.ReadCostPlus(members), FeeWriter.Write),
        FeeType.Of("commission", (_, members) => FeeReader.ReadCommission(members), FeeWriter.Write),
        FeeType.Of("valueBased", (_, members) => FeeReader.ReadValueBased(members), FeeWriter.Write),
        FeeType.Of("performance", (_, members) => FeeReader.ReadPerformance(members), FeeWriter.Write),
        FeeType.Of("hybrid", (fees, members) => fees.ReadHybrid(members), FeeWriter.Write),
        FeeType.Of("licence", (fees, members) => fees.ReadLicence(members), FeeWriter.Write),
        FeeType.Of("subscription", (_, members) => FeeReader.ReadSubscription(members), FeeWriter.Write),
        FeeType.Of("gainShare", (_, members) => FeeReader.ReadGainShare(members), FeeWriter.Write),
    ];

    private static readonly FeeType Combined =
        FeeType.Of("combined", (fees, members) => fees.ReadCombined(members), FeeWriter.Write);

    /// <summary>Types that a part of a combined structure may have.</summary>
    public static readonly CodeTable<FeeType> OfParts = Table(Plain);

    /// <summary>All types.</summary>
    public static readonly CodeTable<FeeType> All = Table([.. Plain, Combined]);

    private static CodeTable<FeeType> Table(FeeType[] types) => new(Array.ConvertAll(types, type => (type.Name, type)));
}
