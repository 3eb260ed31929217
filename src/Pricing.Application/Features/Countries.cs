using System.Collections.Frozen;
using System.Globalization;
using FluentValidation;
using FluentValidation.Validators;

namespace Pricing.Application.Features;

/// <summary>The countries of ISO 3166-1.</summary>
internal static class Countries
{
    // The officially assigned codes; Kosovo's XK is assigned by its users, and widely understood.
    private const string Assigned = """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
        BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
        FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
        IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
        MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
        PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
        SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK
        YE YT ZA ZM ZW
        """;

    private static readonly FrozenSet<string> Codes = Assigned.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string Name, string Code)[] OtherNames =
        [("UK", "GB"), ("Great Britain", "GB"), ("England", "GB"), ("U.S.A.", "US"), ("United States of America", "US"), ("Czech Republic", "CZ"), ("Turkey", "TR")];

    // As people write them into a CRM: the English name, the one of the country itself, or a short form.
    private static readonly Lazy<FrozenDictionary<string, string>> ByName = new(() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name)).Where(region => Codes.Contains(region.TwoLetterISORegionName))
        .SelectMany(region => new[] { region.EnglishName, region.NativeName, region.ThreeLetterISORegionName }.Select(name => (Name: name, Code: region.TwoLetterISORegionName)))
        .Concat(OtherNames)
        .GroupBy(name => name.Name, StringComparer.OrdinalIgnoreCase).Where(names => names.Select(name => name.Code).Distinct().Count() == 1)
        .ToFrozenDictionary(names => names.Key, names => names.First().Code, StringComparer.OrdinalIgnoreCase));

    /// <summary>A code of ISO 3166.</summary>
    public static IRuleBuilderOptions<T, string> IsCountry<T>(this IRuleBuilder<T, string> rule) => rule.SetValidator(new CountryRule<T>());

    /// <summary>The country that somebody wrote, as code or by name; null where it is none.</summary>
    public static string? Find(string? text)
    {
        var written = text?.Trim();
        if (written is null or "")
            return null;
        var code = written.ToUpperInvariant();
        return Codes.Contains(code) ? code : ByName.Value.GetValueOrDefault(written);
    }

    // A validator and no condition, so that the description of the service can read what a code looks like.
    private sealed class CountryRule<T> : PropertyValidator<T, string>, IRegularExpressionValidator
    {
        public override string Name => nameof(CountryRule<>);

        public string Expression => @"^[A-Z]{2}\z";

        public override bool IsValid(ValidationContext<T> context, string value) => Codes.Contains(value);

        protected override string GetDefaultMessageTemplate(string errorCode) => "country is an ISO 3166 code of two capital letters, such as DE.";
    }
}
