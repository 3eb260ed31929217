using System.Globalization;
using System.Text;

namespace Pricing.Benchmarks;

/// <summary>A document at the contract's limits: as many lines, states, structures and parts as a mebibyte and the lists allow.</summary>
internal static class LargestDocument
{
    private const int Roles = 20, States = 60, Structures = 50, Parts = 20, Packages = 1000, Assets = 900;

    public static byte[] Text()
    {
        var roles = List(Roles, i => $$"""{"code":"R{{i}}","title":"R","hourlyRate":{{100 + i}},"annualSalary":{{50_000 + i}},"utilisation":0.8}""");
        var hours = "{" + string.Join(',', Enumerable.Range(0, Roles).Select(i => $"\"R{i}\":{i + 1}.5")) + "}";
        var packages = List(Packages, _ => $$"""{"name":"P","phase":"strategy","effortProfile":"e","hours":{{hours}}}""");
        var assets = List(Assets, _ => $$"""{"name":"A","phase":"production","quantity":7,"method":"ai","effortProfile":"e","hoursPerAsset":{{hours}},"generations":[{"model":"M","acceptedPerAsset":3,"sizePerAttempt":5,"unit":"second","unitPrice":0.12,"acceptanceProbability":0.3}]}""");
        // Probabilities of 1/64 but for the last, which takes the rest; factors pair up around 1.
        var cost = List(States, i => Invariant($"{{\"factor\":{(i % 2 == 0 ? 0.9m : 1.1m)},\"probability\":{Probability(i)}}}"));
        var outcome = List(States, i => Invariant($"{{\"name\":\"O{i}\",\"valueMultiplier\":{(i % 2 == 0 ? 0.5m : 1.5m)},\"probability\":{Probability(i)}}}"));
        var parts = string.Join(',', Enumerable.Range(0, Parts).Select(i => i switch
        {
            0 => """{"phases":["strategy"],"structure":{"type":"hourly"}}""",
            1 => """{"phases":["production"],"structure":{"type":"costPlus","markup":0.2}}""",
            _ => $$"""{"phases":[],"structure":{"type":"performance","baseFee":{{i}},"valueShare":0.001} }""",
        }));
        var structures = List(Structures, i => i % 2 == 0 ? $$"""{"type":"combined","parts":[{{parts}}]}""" : """{"type":"gainShare","baselineCost":150000000,"agencyShare":0.4}""");
        return Encoding.UTF8.GetBytes($$"""
            {"name":"Largest","currency":"EUR",
            "agency":{"availableHours":1700,"onCostRate":0.21,"overheadRate":0.55,"riskTolerance":500000000000,"vatRate":0.19,"artistSocialLevyRate":0.049},
            "rateCard":{"discount":0.05,"realisation":0.93,"roles":{{roles}}},
            "effortProfiles":[{"code":"e","optimistic":0.8,"mostLikely":1,"pessimistic":1.8}],
            "workPackages":{{packages}},"assets":{{assets}},
            "value":{"discountRate":0.09,"drivers":[{"name":"D","firstMonth":90000000,"monthlyRetention":0.99,"months":240,"delayMonths":0,"attribution":0.5,"confidence":0.5}],"referencePrice":1000000000,"referenceValueShare":0.5},
            "scenarios":{"cost":{{cost}},"outcome":{{outcome}}},
            "tailProbability":0.1,"feeStructures":{{structures}}}
            """);
    }

    // Half of the mass on the even states and half on the odd ones, so that both means are 1.
    private static decimal Probability(int state) => state < States - 2 ? 0.015625m : (1 - (States - 2) * 0.015625m) / 2;

    private static string List(int count, Func<int, string> entry) => $"[{string.Join(',', Enumerable.Range(0, count).Select(entry))}]";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
