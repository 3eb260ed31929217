using System.Globalization;

namespace Pricing.Application.Tests.Contract;

public sealed class LimitTests
{
    /// <summary>A member, what it just takes, and what it just does not; "b:" before a member of case b.</summary>
    public static TheoryData<string, string, string> Bounds => new()
    {
        { "/agency/availableHours", "1 1e12", "0.999999 1.000001e12" },
        { "/agency/onCostRate", "0 1000 1e-9", "-1e-9 1000.1 9e-10" },
        { "/agency/overheadRate", "0 1000", "-1 1000.000001" },
        { "/agency/riskTolerance", "1 1e12", "0 0.5 1000000000001" },
        { "/agency/vatRate", "0 1", "-0.1 1.0000001 19" },
        { "/agency/artistSocialLevyRate", "0 1", "-0.1 1.1" },
        { "/exchangeRates/0/rate", "1e-6 1e6", "0 9.9e-7 1000001 -1" },
        { "/rateCard/discount", "0 1", "-0.01 1.01" },
        { "/rateCard/realisation", "0 1", "-0.01 1.01" },
        { "/rateCard/roles/0/hourlyRate", "0 1e-9 1e12", "-1 1e-10 1e13 1e400 1e-400 79228162514264337593543950336" },
        { "/rateCard/roles/0/annualSalary", "0 1e12", "-1 1e13" },
        { "/rateCard/roles/0/utilisation", "0.000001 1", "0 0.0000009 1.1" },
        { "/rateCard/roles/0/onCostRate", "0 1000", "-1 1001" },
        { "/effortProfiles/0/optimistic", "0 1", "-0.1" },
        { "/effortProfiles/0/pessimistic", "1 1000", "1000.1" },
        { "/workPackages/0/hours/AM", "0 1e12", "-4 1e13" },
        { "/assets/0/quantity", "0 0.5 1e12", "-1 2e12" },
        { "/assets/0/hoursPerAsset/ED", "0 1e12", "-1 2e12" },
        { "/assets/0/generations/0/acceptedPerAsset", "0 1e12", "-1 2e12" },
        { "/assets/0/generations/0/sizePerAttempt", "0 1e12", "-1 2e12" },
        { "/assets/0/generations/0/unitPrice", "0 1e-9 1e12", "-1 9e-10 2e12" },
        { "/assets/0/generations/0/acceptanceProbability", "0.000001 1", "0 9e-7 1.1" },
        { "/assets/0/generations/0/reviewMinutesPerAttempt", "0 1e12", "-1 2e12" },
        { "/costs/0/amount", "0 1e12 1000000000000.00000000000000000000000001", "-1 1000000000000.01" },
        { "b:/revisions/includedRounds", "0 1000 1e3", "-1 1001 0.5" },
        { "b:/revisions/concreteness", "0 1", "-0.1 1.1" },
        { "b:/revisions/minimumContinuation", "0 0.75", "-0.1" },
        { "b:/revisions/maximumContinuation", "0.35 0.999999", "0.9999991 1" },
        { "b:/revisions/externalCostPerRound", "0 1e12", "-1 2e12" },
        { "/value/discountRate", "0 1", "-0.1 1.1" },
        { "/value/drivers/0/firstMonth", "-1e12 -1e-9 0 1e12", "-1.1e12 1e-10 -1e-10 1.1e12" },
        { "/value/drivers/0/monthlyRetention", "0 1.1", "-0.1 1.1000001" },
        { "/value/drivers/0/months", "1 240 2.4e2 12.0", "0 241 1.5 -1" },
        { "/value/drivers/0/delayMonths", "0 240", "-1 241 0.5" },
        { "/value/drivers/0/attribution", "0 1", "-0.1 1.1" },
        { "/value/drivers/0/confidence", "0 1", "-0.1 1.1" },
        { "/value/referencePrice", "0 1e12", "-1 2e12" },
        { "/value/referenceValueShare", "0 1", "-0.1 1.1" },
        { "/scenarios/outcome/0/kpiAchievement/Awareness", "0 1e12", "-1 2e12" },
        { "/scorecard/threshold", "0 0.999999", "-0.1 1" },
        { "/scorecard/stretch", "1.000001 1000", "1 1000.1" },
        { "/scorecard/cap", "1 1000", "0.999 1001" },
        { "/scorecard/kpis/0/baseline", "-1e12 1e12", "-2e12 2e12" },
        { "/scorecard/kpis/0/target", "-1e12 1e12", "-2e12 2e12" },
        { "/tailProbability", "0.000001 1", "0 9e-7 1.1" },
        { "/feeStructures/0/aiMarkup", "0 1000", "-0.1 1000.1" },
        { "/feeStructures/0/thirdPartyMarkup", "0 1000", "-0.1 1000.1" },
        { "/feeStructures/0/cap", "0 1e12", "-1 2e12" },
        { "/feeStructures/0/discount", "0 0.999999", "-0.1 1" },
        { "/feeStructures/1/contingency", "0 1000", "-0.1 1001" },
        { "/feeStructures/1/margin", "0 0.999999", "-0.1 1" },
        { "/feeStructures/2/markup", "0 1000", "-0.1 1001" },
        { "/feeStructures/3/valueShare", "0 1", "-0.1 1.1" },
        { "/feeStructures/3/minimumMargin", "0 0.999999", "-0.1 0.9999999" },
        { "/feeStructures/4/baseMargin", "0 0.999999", "-0.1 1" },
        { "/feeStructures/4/bonusPool", "0 1", "-0.1 1.1" },
        { "/feeStructures/5/months", "1 240", "0 241" },
        { "/feeStructures/5/includedHours", "0 1e12", "-1 2e12" },
        { "/feeStructures/5/tolerance", "0 1000", "-0.1 1001" },
        { "/feeStructures/5/rate", "0 1e12", "-1 2e12" },
        { "/feeStructures/6/units/0/quantity", "0 1e12", "-1 2e12" },
        { "/feeStructures/6/units/0/unitPrice", "0 1e12", "-1 2e12" },
        { "/feeStructures/7/baseFee", "0 1e12", "-1 2e12" },
        { "/feeStructures/7/minimumFee", "0 150000", "-1" },
        { "/feeStructures/7/maximumFee", "95000 1e12", "2e12" },
        { "/feeStructures/8/setUpFee", "0 1e12", "-1 2e12" },
        { "/feeStructures/8/monthlyFee", "0 1e12", "-1 2e12" },
        { "/feeStructures/8/months", "1 240", "0 241" },
        { "/feeStructures/9/baselineCost", "0 1e12", "-1 2e12" },
        { "/feeStructures/9/agencyShare", "0 1", "-0.1 1.1" },
        { "b:/feeStructures/5/usage/scope", "0 1000", "-0.1 1001" },
        { "b:/feeStructures/6/rate", "0 1", "-0.1 1.1" },
        { "b:/feeStructures/6/grossMedia", "0 1e12", "-1 2e12" },
        { "b:/feeStructures/7/fixedFee", "0 1e12", "-1 2e12" },
        { "b:/feeStructures/7/targetCost", "0 1e12", "-1 2e12" },
        { "b:/feeStructures/7/sharingRatio", "0 1", "-0.1 1.1" },
    };

    [Trait("Gate", "G17")]
    [Theory]
    [MemberData(nameof(Bounds))]
    public void Takes_numbers_up_to_their_bounds(string member, string taken, string refused)
    {
        var (document, pointer) = member.StartsWith("b:", StringComparison.Ordinal) ? (Document.B, member[2..]) : (Document.A, member);

        foreach (var number in taken.Split(' '))
            document.With($"{pointer} = {number}").RefusedAt();
        foreach (var number in refused.Split(' '))
            document.With($"{pointer} = {number}").RefusedAt(pointer);
        GateSize.Measured("G17", $"{Bounds.Count} members, {Bounds.Sum(row => row.Data.Item2.Split(' ').Length)} numbers taken, {Bounds.Sum(row => row.Data.Item3.Split(' ').Length)} refused at their place");
    }

    /// <summary>A list, an entry of it (# is its number), the entries it has, and the most it takes.</summary>
    public static TheoryData<string, string, int, int> Lists => new()
    {
        { "/rateCard/roles", """{"code":"R#","title":"x","hourlyRate":1,"costPerHour":1}""", 10, 200 },
        { "/effortProfiles", """{"code":"P#","optimistic":1,"mostLikely":1,"pessimistic":1}""", 4, 1000 },
        { "/workPackages", """{"name":"W#","phase":"strategy","effortProfile":"ai","hours":{}}""", 4, 1000 },
        { "/assets", """{"name":"A#","phase":"strategy","quantity":1,"effortProfile":"ai"}""", 3, 1000 },
        { "/assets/0/generations", """{"model":"G#","acceptedPerAsset":1,"sizePerAttempt":1,"unit":"run","unitPrice":1,"acceptanceProbability":1}""", 2, 20 },
        { "/assets/0/costsPerAsset", """{"name":"C#","kind":"ai","amount":1}""", 2, 1000 },
        { "/costs", """{"name":"C#","kind":"ai","amount":1,"phase":"strategy"}""", 5, 1000 },
        { "/value/drivers", """{"name":"D#","firstMonth":1,"monthlyRetention":1,"months":1,"delayMonths":0,"attribution":1,"confidence":1}""", 3, 100 },
        { "/scenarios/cost", """{"factor":1,"probability":0}""", 3, 60 },
        { "/scenarios/outcome", """{"name":"O#","valueMultiplier":1,"probability":0,"kpiAchievement":{"Awareness":1,"Consideration":1,"Conversion":1}}""", 4, 60 },
        { "/feeStructures", """{"type":"gainShare","baselineCost":1,"agencyShare":0}""", 11, 50 },
        { "/feeStructures/6/units", """{"name":"U#","quantity":1,"unitPrice":1}""", 3, 200 },
        { "/feeStructures/10/parts", """{"phases":[],"structure":{"type":"gainShare","baselineCost":1,"agencyShare":0}}""", 2, 20 },
    };

    [Trait("Gate", "G21")]
    [Theory]
    [MemberData(nameof(Lists))]
    public void Takes_lists_up_to_their_length(string list, string entry, int has, int maximum)
    {
        string Entry(int number) => $"{list}/- = {entry.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}";
        var full = Document.A.With([.. Enumerable.Range(has + 1, maximum - has).Select(Entry)]);

        full.RefusedAt();
        full.With(Entry(maximum + 1)).RefusedAt(list);
        Document.A.With([.. Enumerable.Range(has + 1, maximum - has - 1).Select(Entry)]).RefusedAt();
        GateSize.Measured("G21", $"{Lists.Count} lists and 9 texts at their bound and one beyond it, a body beyond its limit");
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Takes_the_hours_of_twenty_roles(int roles, bool isTaken)
    {
        var codes = Enumerable.Range(1, roles).ToArray();
        var document = Document.A.With(
        [
            .. codes.Select(code => $$"""/rateCard/roles/- = {"code":"R{{code}}","title":"x","hourlyRate":1,"costPerHour":1}"""),
            $$"""/workPackages/0/hours = { {{string.Join(',', codes.Select(code => $"\"R{code}\":1"))}} }""",
            $$"""/assets/0/hoursPerAsset = { {{string.Join(',', codes.Select(code => $"\"R{code}\":1"))}} }""",
        ]);

        document.RefusedAt(isTaken ? [] : ["/workPackages/0/hours", "/assets/0/hoursPerAsset"]);
    }

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Takes_fifty_KPIs(int kpis, bool isTaken)
    {
        string List(string format) => string.Join(',', Enumerable.Range(1, kpis).Select(number => string.Format(CultureInfo.InvariantCulture, format, number, number == 1 ? 1 : 0)));
        var achievement = $$"""{ {{List("\"K{0}\":1")}} }""";
        var document = Document.A.With(
        [
            $"/scorecard/kpis = [{List("{{\"name\":\"K{0}\",\"weight\":{1}}}")}]",
            .. Enumerable.Range(0, 4).Select(state => $"/scenarios/outcome/{state}/kpiAchievement = {achievement}"),
        ]);

        document.RefusedAt(isTaken ? [] : ["/scorecard/kpis"]);
    }

    [Trait("Gate", "G21")]
    [Theory]
    [InlineData("/name", 300)]
    [InlineData("/client", 300)]
    [InlineData("/costs/0/id", 300)]
    [InlineData("/scorecard/kpis/0/definition", 300)]
    [InlineData("/feeStructures/0/discountReason", 300)]
    [InlineData("/costs/0/description", 10_000)]
    [InlineData("/workPackages/0/description", 10_000)]
    [InlineData("/assets/0/description", 10_000)]
    [InlineData("/feeStructures/0/description", 10_000)]
    public void Takes_texts_up_to_their_length_in_code_points(string member, int maximum)
    {
        foreach (var letter in (string[])["x", "ü", "𝒳"])
        {
            string Text(int length) => $"{member} = \"{string.Concat(Enumerable.Repeat(letter, length))}\"";

            Document.A.With(Text(maximum - 1)).RefusedAt();
            Document.A.With(Text(maximum)).RefusedAt();
            Document.A.With(Text(maximum + 1)).RefusedAt(member);
        }
    }
}
