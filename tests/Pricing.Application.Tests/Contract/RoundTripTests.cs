using System.Collections;
using System.Reflection;
using System.Text;
using Pricing.Application.Contract;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Application.Tests.Contract;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData("case-a")]
    [InlineData("case-b")]
    public void Case_is_read_without_faults_and_written_back_the_same(string name)
    {
        var reading = Document.Case(name).Read();
        Assert.Empty(reading.Faults);
        Assert.True(reading.IsSound);

        var written = EngagementReader.Read(EngagementWriter.Write(reading.Engagement));

        Assert.Empty(written.Faults);
        AssertSame(reading.Engagement, written.Engagement!, "");
    }

    [Fact]
    public void Every_member_of_the_contract_survives()
    {
        var document = Document.B.With(
            "/client = \"Bücher & Söhne <\\\"O'Neill\\\"> 𝒳\\t\\n\"",
            "/rateCard/roles/0/onCostRate = 0",
            "/rateCard/roles/9 = {\"code\":\"CUR\",\"title\":\"Art\",\"hourlyRate\":90.10,\"costPerHour\":55.5,\"artistic\":true}",
            "/workPackages/0/id = \"w\"", "/workPackages/0/description = \"d\"", "/workPackages/0/start = \"2026-02-01\"", "/workPackages/0/end = \"2026-03-01\"",
            "remove /workPackages/1/method",
            "/assets/0/id = \"a\"", "/assets/0/description = \"d\"", "/assets/0/start = \"2026-02-01\"", "/assets/0/end = \"2026-03-01\"",
            "/assets/0/generations/0/reviewRole = \"CUR\"", "/assets/0/generations/0/reviewMinutesPerAttempt = 1.50",
            "/assets/0/hoursPerAsset/ED = 0.1", "/assets/0/costsPerAsset/- = {\"id\":\"x\",\"name\":\"n\",\"description\":\"d\",\"kind\":\"ai\",\"amount\":1,\"currency\":\"USD\"}",
            "/costs/0/id = \"c\"", "/costs/0/description = \"d\"", "/costs/1/setUp = false", "/costs/2/currency = \"EUR\"",
            "/value/inputTaxDeductible = false",
            "/value/drivers/0/id = \"v\"", "/value/drivers/0/formula = \"f\"", "/value/drivers/0/attributionMethod = \"m\"", "/value/drivers/0/dataOwner = \"o\"", "/value/drivers/0/source = \"s\"",
            "/value/drivers/1/firstMonth = -1e-9",
            "/scorecard/kpis/0 = {\"id\":\"k\",\"name\":\"Awareness\",\"weight\":0.5,\"unit\":\"%\",\"definition\":\"d\",\"baseline\":-1,\"target\":0,\"direction\":\"up\",\"window\":\"w\",\"dataOwner\":\"o\",\"source\":\"s\"}",
            "/feeStructures/0/id = \"f\"", "/feeStructures/0/description = \"d\"", "remove /feeStructures/0/name",
            "/feeStructures/- = {\"type\":\"retainer\",\"months\":4,\"includedHours\":240,\"tolerance\":0.05,\"rate\":99.95}",
            "/feeStructures/- = {\"type\":\"perUnit\",\"units\":[{\"name\":\"u\",\"quantity\":1,\"unitPrice\":2}],\"thirdPartyMarkup\":0.1}",
            "/feeStructures/- = {\"type\":\"costPlus\",\"fixedFee\":1}",
            "/feeStructures/- = {\"type\":\"performance\",\"baseFee\":1,\"valueShare\":0.1,\"minimumFee\":1}",
            "/feeStructures/- = {\"type\":\"subscription\",\"setUpFee\":1,\"monthlyFee\":2,\"months\":3}",
            "/feeStructures/- = {\"type\":\"gainShare\",\"baselineCost\":1,\"agencyShare\":0.5}");
        var reading = document.Read();
        Assert.Empty(reading.Faults);

        var bytes = EngagementWriter.Write(reading.Engagement!);
        var written = EngagementReader.Read(bytes);

        Assert.Empty(written.Faults);
        AssertSame(reading.Engagement!, written.Engagement!, "");
        Assert.Equal(bytes, EngagementWriter.Write(written.Engagement!));
        Assert.Empty(UnsetMembers(reading.Engagement!));
        Assert.Superset(AllStructures(), reading.Engagement!.FeeStructures.Select(structure => structure.GetType()).ToHashSet());
    }

    [Fact]
    public void What_was_written_is_restored_even_where_it_has_grown_beyond_a_mebibyte()
    {
        var cost = """{"name":"x","kind":"ai","amount":1e-9,"phase":"strategy","description":"#"}""".Replace("#", new('x', 900), StringComparison.Ordinal);
        var engagement = Document.A.With([.. Enumerable.Repeat($"/costs/- = {cost}", 990)]).Read().Engagement!;
        engagement = engagement with { Assets = [.. Enumerable.Repeat(engagement.Assets[0] with { Description = new string('x', 1000) }, 200)] };

        var bytes = EngagementWriter.Write(engagement);

        Assert.True(bytes.Length > 1_048_576);
        Assert.Equal("", Assert.Single(EngagementReader.Read(bytes).Faults).Pointer);
        AssertSame(engagement, EngagementReader.Restore(bytes), "");
        Assert.Throws<ArgumentException>(() => EngagementReader.Restore("{}"u8.ToArray()));
    }

    [Fact]
    public void Decimals_keep_every_digit_sent()
    {
        var engagement = Document.B.Read().Engagement!;

        Assert.Equal(333333.33333333333333m, engagement.Value.Drivers[0].FirstMonth);
        Assert.Contains("333333.33333333333333", Encoding.UTF8.GetString(EngagementWriter.Write(engagement)), StringComparison.Ordinal);
    }

    private static HashSet<Type> AllStructures() =>
        [.. typeof(FeeStructure).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FeeStructure)) && !type.IsAbstract)];

    /// <summary>Members that a rich document leaves null or empty wherever they occur, so that no test of it can tell.</summary>
    private static IEnumerable<string> UnsetMembers(Engagement engagement)
    {
        var seen = new Dictionary<string, bool>();
        Visit(engagement);
        return seen.Where(member => !member.Value).Select(member => member.Key);

        void Visit(object? value)
        {
            if (value is null || IsPlain(value.GetType()))
                return;
            if (value is IEnumerable entries)
            {
                foreach (var entry in entries)
                    Visit(entry);
                return;
            }

            foreach (var property in Properties(value.GetType()))
            {
                var member = property.GetValue(value);
                var key = $"{property.DeclaringType!.Name}.{property.Name}";
                seen[key] = seen.GetValueOrDefault(key) || member is not (null or ICollection { Count: 0 });
                Visit(member);
            }
        }
    }

    private static void AssertSame(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null || IsPlain(expected.GetType()))
        {
            Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}");
            return;
        }

        if (expected is IEnumerable list)
        {
            object?[] wanted = [.. list.Cast<object?>()], got = [.. ((IEnumerable)actual).Cast<object?>()];
            Assert.Equal(wanted.Length, got.Length);
            for (var i = 0; i < wanted.Length; i++)
                AssertSame(wanted[i], got[i], $"{path}/{i}");
            return;
        }

        Assert.Equal(expected.GetType(), actual.GetType());
        foreach (var property in Properties(expected.GetType()))
            AssertSame(property.GetValue(expected), property.GetValue(actual), $"{path}/{property.Name}");
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);

    private static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateOnly);
}
