using System.Globalization;

namespace Pricing.Application.Tests.Contract;

public sealed class RefusalTests
{
    private const string Part = """{"phases":[],"structure":{"type":"gainShare","baselineCost":1,"agencyShare":0}}""";

    /// <summary>What is wrong; the changes to case a, or to case b behind "b:", one a line; the faults.</summary>
    public static TheoryData<string, string, string> Refusals => new()
    {
        // Members
        { "an unknown member", "/agency/margin = 1", "/agency/margin" },
        { "an unknown member at the root", "/notes = \"x\"", "/notes" },
        { "a member in other letters", "/Client = \"x\"", "/Client" },
        { "a member in other letters and thus missing", "remove /agency/vatRate\n/agency/VatRate = 0.19", "/agency/VatRate /agency/vatRate" },
        { "an unknown member that needs escaping", "/agency/a~1b~0c = 1", "/agency/a~1b~0c" },
        { "an unknown member with an empty name", "/agency/ = 1", "/agency/" },
        { "null for an optional text", "/client = null", "/client" },
        { "null for an optional number", "/feeStructures/0/cap = null", "/feeStructures/0/cap" },
        { "null for a list", "/costs = null", "/costs" },
        { "null for an entry", "/costs/1 = null", "/costs/1" },
        { "null for an object", "b:/revisions = null", "/revisions" },
        { "a text for a number", "/agency/vatRate = \"0.19\"", "/agency/vatRate" },
        { "a truth for a number", "/agency/vatRate = true", "/agency/vatRate" },
        { "a number for a truth", "/costs/0/setUp = 1", "/costs/0/setUp" },
        { "a number for a text", "/name = 1", "/name" },
        { "an object for a list", "/costs = {}", "/costs" },
        { "a list for an object", "/agency = []", "/agency" },
        { "a list for hours", "/workPackages/0/hours = []", "/workPackages/0/hours" },
        { "a number for a list", "/rateCard/roles = 3", "/rateCard/roles" },
        { "a cost per asset with a phase", "/assets/0/costsPerAsset/0/phase = \"production\"", "/assets/0/costsPerAsset/0/phase" },
        { "a cost per asset of set-up", "/assets/0/costsPerAsset/0/setUp = true", "/assets/0/costsPerAsset/0/setUp" },
        { "a rate card by code", "/rateCard/code = \"standard\"", "/rateCard/code" },
        { "a rate card by code only", "/rateCard = {\"code\":\"standard\",\"discount\":0,\"realisation\":1}", "/rateCard/code /rateCard/roles" },
        { "a price book entry", "/assets/0/generations/0/priceBookEntry = \"x\"", "/assets/0/generations/0/priceBookEntry" },

        // Required
        { "no name", "remove /name", "/name" },
        { "no currency", "remove /currency", "/currency" },
        { "no agency", "remove /agency", "/agency" },
        { "no rate card", "remove /rateCard", "/rateCard" },
        { "no profiles", "remove /effortProfiles", "/effortProfiles" },
        { "no value", "remove /value", "/value" },
        { "no drivers", "remove /value/drivers", "/value/drivers" },
        { "no scenarios", "remove /scenarios", "/scenarios" },
        { "no tail", "remove /tailProbability", "/tailProbability" },
        { "no structures", "remove /feeStructures", "/feeStructures" },
        { "no hours of a package", "remove /workPackages/0/hours", "/workPackages/0/hours" },
        { "no quantity", "remove /assets/0/quantity", "/assets/0/quantity" },
        { "no kind of a cost", "remove /costs/0/kind", "/costs/0/kind" },
        { "no day of a rate", "remove /exchangeRates/0/asOf", "/exchangeRates/0/asOf" },
        { "no hours of a round", "b:remove /revisions/hoursPerRound", "/revisions/hoursPerRound" },
        { "no usage factor", "b:remove /feeStructures/5/usage/term", "/feeStructures/5/usage/term" },
        { "no type", "remove /feeStructures/0/type", "/feeStructures/0/type" },
        { "no phases of a part", "remove /feeStructures/10/parts/0/phases", "/feeStructures/10/parts/0/phases" },
        { "no structure of a part", "remove /feeStructures/10/parts/1/structure", "/feeStructures/10/parts/1/structure" },
        { "an empty list of roles says nothing of hours", "/rateCard/roles = []", "/rateCard/roles" },
        { "an empty list of profiles says nothing of work", "/effortProfiles = []", "/effortProfiles" },
        { "no cost states", "/scenarios/cost = []", "/scenarios/cost" },
        { "no outcome states", "/scenarios/outcome = []", "/scenarios/outcome" },
        { "no KPIs", "/scorecard/kpis = []", "/scorecard/kpis" },
        { "no structures listed", "/feeStructures = []", "/feeStructures" },
        { "no parts", "/feeStructures/10/parts = []", "/feeStructures/10/parts" },
        { "no units", "/feeStructures/6/units = []", "/feeStructures/6/units" },
        { "no roles of a licence", "b:/feeStructures/5/roles = []", "/feeStructures/5/roles" },

        // Codes
        { "an unknown role in a package", "/workPackages/0/hours/XYZ = 1", "/workPackages/0/hours/XYZ" },
        { "an unknown role in an asset", "/assets/0/hoursPerAsset/cur = 1", "/assets/0/hoursPerAsset/cur" },
        { "an unknown role in a round", "b:/revisions/hoursPerRound/XYZ = 1", "/revisions/hoursPerRound/XYZ" },
        { "an unknown role in a review", "/assets/0/generations/0/reviewRole = \"XYZ\"", "/assets/0/generations/0/reviewRole" },
        { "an unknown role in a licence", "b:/feeStructures/5/roles/1 = \"XYZ\"", "/feeStructures/5/roles/1" },
        { "an unknown profile", "/workPackages/0/effortProfile = \"none\"", "/workPackages/0/effortProfile" },
        { "an unknown phase", "/workPackages/0/phase = \"Strategy\"", "/workPackages/0/phase" },
        { "an unknown phase of a licence", "b:/feeStructures/5/phase = \"idea\"", "/feeStructures/5/phase" },
        { "an unknown phase of a part says nothing of the others", "/feeStructures/10/parts/0/phases/1 = \"idea\"", "/feeStructures/10/parts/0/phases/1" },
        { "an unknown method", "/assets/0/method = \"manual\"", "/assets/0/method" },
        { "an unknown unit", "/assets/0/generations/0/unit = \"month\"", "/assets/0/generations/0/unit" },
        { "an unknown kind", "/costs/0/kind = \"thirdParty\"", "/costs/0/kind" },
        { "an unknown direction", "/scorecard/kpis/0/direction = \"sideways\"", "/scorecard/kpis/0/direction" },
        { "an unknown type says nothing of its parameters", "/feeStructures/0/type = \"tariff\"", "/feeStructures/0/type" },
        { "an unknown type keeps no fault of the members that every type has", "/feeStructures/0 = {\"type\":\"tariff\",\"discount\":1,\"name\":\"\",\"zone\":3}", "/feeStructures/0/type /feeStructures/0/name /feeStructures/0/discount" },
        { "a combined part", "/feeStructures/10/parts/1/structure/type = \"combined\"", "/feeStructures/10/parts/1/structure/type" },
        { "an unknown KPI", "/scenarios/outcome/1/kpiAchievement/Sales = 1", "/scenarios/outcome/1/kpiAchievement/Sales" },
        { "a KPI left out", "remove /scenarios/outcome/1/kpiAchievement/Awareness", "/scenarios/outcome/1/kpiAchievement/Awareness" },
        { "no achievement beside a scorecard", "remove /scenarios/outcome/2/kpiAchievement", "/scenarios/outcome/2/kpiAchievement" },
        { "no such currency", "/currency = \"XYZ\"", "/currency" },
        { "a currency in small letters", "/costs/1/currency = \"usd\"", "/costs/1/currency" },
        { "a currency without a rate", "/costs/1/currency = \"GBP\"", "/costs/1/currency" },
        { "no rates where a currency needs one", "remove /exchangeRates",
            "/assets/0/generations/0/currency /assets/0/generations/1/currency /assets/1/generations/0/currency /costs/1/currency" },
        { "no such currency with a rate says nothing of others", "/exchangeRates/0/currency = \"US$\"", "/exchangeRates/0/currency" },

        // Repetitions
        { "a role twice", "/rateCard/roles/3/code = \"STRD\"\nremove /workPackages/1/hours/CRS\nremove /assets/1/hoursPerAsset/CRS\nremove /assets/2/hoursPerAsset/CRS", "/rateCard/roles/3/code" },
        { "a profile twice", "/effortProfiles/- = {\"code\":\"ai\",\"optimistic\":1,\"mostLikely\":1,\"pessimistic\":1}", "/effortProfiles/4/code" },
        { "a KPI twice", "/scorecard/kpis/0/weight = 0.25\n/scorecard/kpis/- = {\"name\":\"Awareness\",\"weight\":0.25}", "/scorecard/kpis/3/name" },
        { "a rate twice", "/exchangeRates/- = {\"currency\":\"USD\",\"rate\":1,\"asOf\":\"2026-01-01\"}", "/exchangeRates/1/currency" },
        { "an id of packages twice", "/workPackages/0/id = \"1\"\n/workPackages/3/id = \"1\"", "/workPackages/3/id" },
        { "an id of assets twice", "/assets/0/id = \"1\"\n/assets/2/id = \"1\"", "/assets/2/id" },
        { "an id of costs thrice", "/costs/0/id = \"1\"\n/costs/2/id = \"1\"\n/costs/4/id = \"1\"", "/costs/2/id /costs/4/id" },
        { "an id of drivers twice", "/value/drivers/0/id = \"1\"\n/value/drivers/2/id = \"1\"", "/value/drivers/2/id" },
        { "an id of KPIs twice", "/scorecard/kpis/0/id = \"1\"\n/scorecard/kpis/2/id = \"1\"", "/scorecard/kpis/2/id" },
        { "an id of structures twice", "/feeStructures/0/id = \"1\"\n/feeStructures/10/id = \"1\"", "/feeStructures/10/id" },

        // Sets
        { "cost probabilities off 1", "/scenarios/cost/0/probability = 0.2", "/scenarios/cost" },
        { "outcome probabilities off 1", "/scenarios/outcome/3/probability = 0.15", "/scenarios/outcome" },
        { "mean factor off 1", "/scenarios/cost/0/factor = 0.95", "/scenarios/cost" },
        { "mean multiplier off 1", "/scenarios/outcome/3/valueMultiplier = 2.5", "/scenarios/outcome" },
        { "weights off 1", "/scorecard/kpis/2/weight = 0.1", "/scorecard/kpis" },
        { "a probability above 1 is a number of the sum", "/scenarios/cost/0/probability = 1.5", "/scenarios/cost /scenarios/cost/0/probability" },
        { "an unreadable probability leaves the sum open", "/scenarios/cost/0/probability = \"a quarter\"", "/scenarios/cost/0/probability" },
        { "a missing probability leaves the sum open", "remove /scenarios/cost/0/probability", "/scenarios/cost/0/probability" },
        { "an unreadable factor leaves only the mean open", "/scenarios/cost/0/factor = null\n/scenarios/cost/1/probability = 0.5", "/scenarios/cost /scenarios/cost/0/factor" },
        { "an unreadable weight leaves the sum open", "/scorecard/kpis/2/weight = null", "/scorecard/kpis/2/weight" },

        // Orders
        { "a most likely factor below the optimistic", "/effortProfiles/0/mostLikely = 0.8", "/effortProfiles/0/mostLikely" },
        { "a pessimistic factor below the most likely", "/effortProfiles/0/pessimistic = 0.95", "/effortProfiles/0/pessimistic" },
        { "factors in full disorder", "/effortProfiles/0/mostLikely = 0.8\n/effortProfiles/0/pessimistic = 0.7", "/effortProfiles/0/mostLikely /effortProfiles/0/pessimistic" },
        { "continuations in disorder", "b:/revisions/maximumContinuation = 0.3", "/revisions/maximumContinuation" },
        { "fees in disorder", "/feeStructures/7/maximumFee = 90000", "/feeStructures/7/maximumFee" },
        { "an end before the start", "/workPackages/0/start = \"2026-02-02\"\n/workPackages/0/end = \"2026-02-01\"", "/workPackages/0/end" },
        { "an end before the start of an asset", "/assets/0/start = \"2026-02-02\"\n/assets/0/end = \"2026-02-01\"", "/assets/0/end" },
        { "an unreadable start leaves the order open", "/assets/0/start = \"soon\"\n/assets/0/end = \"2026-02-01\"", "/assets/0/start" },
        { "no such day", "/exchangeRates/0/asOf = \"2026-02-29\"", "/exchangeRates/0/asOf" },
        { "a day in other form", "/exchangeRates/0/asOf = \"2026-2-01\"", "/exchangeRates/0/asOf" },
        { "an instant for a day", "/exchangeRates/0/asOf = \"2026-02-01T00:00:00Z\"", "/exchangeRates/0/asOf" },
        { "a number for a day", "/exchangeRates/0/asOf = 20260201", "/exchangeRates/0/asOf" },
        { "a day of the year 0", "/exchangeRates/0/asOf = \"0000-01-01\"", "/exchangeRates/0/asOf" },

        // Roles and reviews
        { "a freelancer with a salary", "/rateCard/roles/0/costPerHour = 90", "/rateCard/roles/0/annualSalary /rateCard/roles/0/utilisation" },
        { "a freelancer with on-costs", "/rateCard/roles/0 = {\"code\":\"STRD\",\"title\":\"x\",\"hourlyRate\":1,\"costPerHour\":90,\"onCostRate\":0.2}", "/rateCard/roles/0/onCostRate" },
        { "an artistic employee", "/rateCard/roles/0/artistic = true", "/rateCard/roles/0/artistic" },
        { "a role with neither salary nor cost", "remove /rateCard/roles/0/annualSalary\nremove /rateCard/roles/0/utilisation", "/rateCard/roles/0/annualSalary /rateCard/roles/0/utilisation" },
        { "a review without minutes", "remove /assets/0/generations/0/reviewMinutesPerAttempt", "/assets/0/generations/0/reviewMinutesPerAttempt" },
        { "a review without a role", "remove /assets/0/generations/0/reviewRole", "/assets/0/generations/0/reviewRole" },

        // Structures
        { "cost plus in no form", "remove /feeStructures/2/markup", "/feeStructures/2/markup" },
        { "cost plus in two forms", "/feeStructures/2/fixedFee = 1", "/feeStructures/2/fixedFee" },
        { "cost plus in all forms", "b:/feeStructures/7/markup = 1", "/feeStructures/7/fixedFee" },
        { "cost plus without its ratio", "b:remove /feeStructures/7/sharingRatio", "/feeStructures/7/sharingRatio" },
        { "cost plus without its target", "b:remove /feeStructures/7/targetCost", "/feeStructures/7/targetCost" },
        { "cost plus without its fee", "b:remove /feeStructures/7/fixedFee", "/feeStructures/7/fixedFee" },
        { "a markup with a ratio", "/feeStructures/2/sharingRatio = 1", "/feeStructures/2/fixedFee /feeStructures/2/targetCost" },
        { "a hybrid without a scorecard", "remove /scorecard", "/scorecard" },
        { "a hybrid part without a scorecard",
            "remove /scorecard\nremove /feeStructures/4\n/feeStructures/9/parts/- = {\"phases\":[],\"structure\":{\"type\":\"hybrid\",\"baseMargin\":0,\"bonusPool\":0.1}}", "/scorecard" },
        { "an uncovered phase", "/feeStructures/10/parts/0/phases = [\"strategy\"]", "/feeStructures/10/parts" },
        { "two uncovered phases", "remove /feeStructures/10/parts/0", "/feeStructures/10/parts" },
        { "a phase twice in parts", "/feeStructures/10/parts/1/phases = [\"production\",\"ideation\"]", "/feeStructures/10/parts/1/phases/1" },
        { "a phase twice in one part", "/feeStructures/10/parts/1/phases = [\"production\",\"production\"]", "/feeStructures/10/parts/1/phases/1" },
        { "costs without a phase beside a combined structure", "remove /costs/1/phase\nremove /costs/3/phase", "/costs/1/phase /costs/3/phase" },
        { "a second value-based part", "/feeStructures/10/parts/- = {\"phases\":[],\"structure\":{\"type\":\"valueBased\",\"valueShare\":0,\"minimumMargin\":0}}", "/feeStructures/10/parts/2/structure/type" },
        { "a discount of a part", "/feeStructures/10/parts/0/structure/discount = 0.1", "/feeStructures/10/parts/0/structure/discount" },
        { "an id and a description of a part", "/feeStructures/10/parts/0/structure/id = \"x\"\n/feeStructures/10/parts/0/structure/description = \"x\"", "/feeStructures/10/parts/0/structure/description /feeStructures/10/parts/0/structure/id" },
        { "a parameter of another type", "/feeStructures/0/margin = 0.1", "/feeStructures/0/margin" },

        // Texts
        { "an empty text", "/name = \"\"", "/name" },
        { "a blank text", "/name = \" \\t\\u00a0\"", "/name" },
        { "a control character", "/client = \"a\\u0000b\"", "/client" },
        { "a C1 control character", "/client = \"a\\u0085b\"", "/client" },
        { "a delete character", "/client = \"a\\u007fb\"", "/client" },
        { "U+FFFE", "/client = \"a\\ufffeb\"", "/client" },
        { "U+FFFF", "/client = \"a\\uffffb\"", "/client" },

        // Several at once
        { "faults in every corner",
            "/client = \"\"\n/agency/vatRate = 19\n/workPackages/0/hours/AM = -4\n/workPackages/1/hours/XYZ = 1\n/scenarios/outcome/0/probability = 0.1\n/feeStructures/10/parts/0/structure/valueShare = 2\n/feeStructures/2/extra = 1\nremove /tailProbability",
            "/agency/vatRate /client /feeStructures/10/parts/0/structure/valueShare /feeStructures/2/extra /scenarios/outcome /tailProbability /workPackages/0/hours/AM /workPackages/1/hours/XYZ" },
        { "an unreadable role code leaves references open", "/rateCard/roles/0/code = null\n/workPackages/0/hours/XYZ = 1", "/rateCard/roles/0/code" },
        { "an unreadable profile code leaves references open", "/effortProfiles/0/code = \"\"", "/effortProfiles/0/code" },
        { "an unreadable KPI name leaves achievement open", "/scorecard/kpis/0/name = 5", "/scorecard/kpis/0/name" },
        { "an unreadable rate says nothing of the currency", "/exchangeRates/0/rate = \"x\"", "/exchangeRates/0/rate" },
        { "a part that is no object leaves the phases open", "/feeStructures/10/parts/1 = 7", "/feeStructures/10/parts/1" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Names_exactly_what_breaks_a_rule(string what, string changes, string pointers)
    {
        var isB = changes.StartsWith("b:", StringComparison.Ordinal);
        var document = (isB ? Document.B : Document.A).With((isB ? changes[2..] : changes).Split('\n'));

        var faults = document.RefusedAt(pointers.Split(' '));

        Assert.All(faults, fault => Assert.True(fault.Detail.Length is > 10 and < 400 && fault.Detail.EndsWith('.'), $"{what}: {fault.Detail}"));
    }

    /// <summary>Faults that other tools had, each tried on case a.</summary>
    [Theory]
    [InlineData("/costs/- = {\"name\":\"print\",\"kind\":\"otherThirdParty\",\"amount\":1000,\"currency\":\"JPY\",\"phase\":\"production\"}", "/costs/5/currency")]
    [InlineData("remove /assets/0/generations/0/unitPrice", "/assets/0/generations/0/unitPrice")]
    [InlineData("/costs/0/amount = 79228162514264337593543950336", "/costs/0/amount")]
    [InlineData("/rateCard/discount = 1.2", "/rateCard/discount")]
    [InlineData("/scenarios/outcome/0/kpiAchievement/Reach~1Recall~0Q1 = 1", "/scenarios/outcome/0/kpiAchievement/Reach~1Recall~0Q1")]
    [InlineData("/exchangeRates/0/asOf = \"2100-02-29\"", "/exchangeRates/0/asOf")]
    public void Refuses_what_other_tools_took(string change, string pointer) => Document.A.With(change).RefusedAt(pointer);

    [Fact]
    public void Divides_no_per_cent_in_silence() => Document.Case("19-vat-as-19").RefusedAt("/agency/vatRate");

    [Theory]
    [InlineData("/client = \"Zwölf Boxkämpfer 👩‍👩‍👧 jagen\\tViktor\\r\\n\"")]
    [InlineData("remove /client")]
    [InlineData("remove /assets/2/generations\nremove /assets/2/costsPerAsset\nremove /assets/2/hoursPerAsset\nremove /assets/2/method")]
    [InlineData("/workPackages/0/start = \"2026-02-01\"\n/workPackages/0/end = \"2026-02-01\"")]
    [InlineData("/workPackages/0/hours = {}")]
    [InlineData("/value/drivers = []")]
    [InlineData("/value/drivers/0/firstMonth = -270000")]
    [InlineData("/scorecard/kpis/0/baseline = -1\n/scorecard/kpis/0/target = -2\n/scorecard/kpis/0/direction = \"down\"")]
    [InlineData("/costs/0/currency = \"EUR\"")]
    [InlineData("/costs/0/setUp = false")]
    [InlineData("/agency/availableHours = 1.7e3\n/value/drivers/0/months = 1.2e1\n/value/drivers/1/months = 1.0")]
    [InlineData("/agency/vatRate = -0.0\n/agency/onCostRate = 0e-999999999999")]
    [InlineData("remove /scorecard\nremove /feeStructures/4\n/scenarios/outcome/0/kpiAchievement = {\"anything\":1}\nremove /scenarios/outcome/1/kpiAchievement")]
    [InlineData("/rateCard/roles/0 = {\"code\":\"STRD\",\"title\":\"x\",\"hourlyRate\":1,\"costPerHour\":90,\"artistic\":true}")]
    [InlineData("/rateCard/roles/0/onCostRate = 0")]
    [InlineData("/feeStructures/2 = {\"type\":\"costPlus\",\"fixedFee\":1}")]
    [InlineData("/feeStructures/7/minimumFee = 150000")]
    [InlineData("remove /feeStructures/10\nremove /costs/0/phase")]
    [InlineData("/scenarios/cost/0/probability = 0.250000001")]
    [InlineData("/assets/0/costsPerAsset/0/id = \"x\"\n/assets/1/costsPerAsset/0/id = \"x\"\n/assets/0/costsPerAsset/0/description = \"x\"")]
    public void Takes_what_the_contract_allows(string changes) => Document.A.With(changes.Split('\n')).RefusedAt();

    [Fact]
    public void Reports_a_repeated_member()
    {
        Document.A.Replacing("\"client\":", "\"name\": \"twice\", \"client\":").RefusedAt("/name");
        Document.A.Replacing("\"STRS\": 40,", "\"STRS\": 40, \"STRD\": 1,").RefusedAt("/workPackages/0/hours/STRD");
        Document.A.Replacing("\"vatRate\":", "\"vat\\u0052ate\": 0.1, \"vatRate\":").RefusedAt("/agency/vatRate");
    }

    [Fact]
    public void Reads_escaped_names_like_plain_ones() => Document.A.Replacing("\"vatRate\"", "\"vat\\u0052ate\"").RefusedAt();

    [Fact]
    public void Names_the_member_that_holds_half_a_surrogate_pair()
    {
        Document.A.Replacing("\"Consumer goods brand\"", "\"\\ud83d\"").RefusedAt("/client");
        Document.A.Replacing("\"Consumer goods brand\"", "\"\\ude00\\ud83d\"").RefusedAt("/client");
        Document.A.Replacing("\"Consumer goods brand\"", "\"\\ud83d\\ude00\"").RefusedAt();
        Document.A.Replacing("\"STRS\": 40", "\"ST\\ud83d\": 40").RefusedAt("/workPackages/0/hours/ST\uFFFD");
        Document.A.Replacing("\"client\"", "\"cli\\udfffent\"").RefusedAt("/cli\uFFFDent");
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("hu-HU")]
    [InlineData("ar-SA")]
    public void Speaks_to_an_account_lead_whatever_the_culture_of_the_machine(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        string Detail(params string[] changes) => Assert.Single(Document.A.With(changes).Read().Faults).Detail;

        Assert.Equal("vatRate must be a fraction from 0 to 1 (0.19 is 19 %); you sent 19.", Detail("/agency/vatRate = 19"));
        Assert.Equal("Hours must be 0 or more; you sent -4.", Detail("/workPackages/0/hours/AM = -4"));
        Assert.Equal("There is no role \"XYZ\" on the rate card.", Detail("/workPackages/0/hours/XYZ = 4"));
        Assert.Equal("Outcome probabilities add to 0.95; they must add to 1.", Detail("/scenarios/outcome/0/probability = 0.1"));
        Assert.Equal("phase must be one of strategy, ideation, production; you sent the text \"design\".", Detail("/workPackages/0/phase = \"design\""));
        Assert.Equal("unitPrice is missing.", Detail("remove /assets/0/generations/0/unitPrice"));
        Assert.Equal("months must be a whole number from 1 to 240; you sent 1.5.", Detail("/value/drivers/0/months = 1.5"));
        Assert.Equal("There is no exchange rate for GBP.", Detail("/costs/0/currency = \"GBP\""));
        Assert.Equal("maximumFee must not be below minimumFee (95,000); you sent 90,000.", Detail("/feeStructures/7/maximumFee = 90000"));
        Assert.Equal("amount must be at most 1,000,000,000,000 in magnitude; you sent 1e400.", Detail("/costs/0/amount = 1e400"));
        Assert.Equal("amount must be 0 or at least 0.000000001 in magnitude; you sent 1e-400.", Detail("/costs/0/amount = 1e-400"));
        Assert.Equal("No part prices strategy and ideation, where the engagement has work or costs.", Detail("remove /feeStructures/10/parts/0"));
        Assert.Equal("client is a text; you sent null.", Detail("/client = null"));
    }

    [Fact]
    public void Echoes_little_and_nothing_that_does_not_print()
    {
        var detail = Assert.Single(Document.A.With($"/costs/0/kind = \"\\u0007\\u202e{new string('x', 5000)}\"").Read().Faults).Detail;

        Assert.Contains($"\"\uFFFD\uFFFD{new string('x', 58)}…\"", detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Holds_parts_to_twenty() =>
        Document.A.With([.. Enumerable.Repeat($"/feeStructures/10/parts/- = {Part}", 19)]).RefusedAt("/feeStructures/10/parts");
}
