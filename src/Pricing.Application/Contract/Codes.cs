using Pricing.Model.Costs;
using Pricing.Model.Fees;
using Pricing.Model.Value;

namespace Pricing.Application.Contract;

/// <summary>The contract's words for the model's enumerations.</summary>
internal static class Codes
{
    public static string? Of(Phase? phase) => phase switch
    {
        Phase.Strategy => "strategy",
        Phase.Ideation => "ideation",
        Phase.Production => "production",
        null => null,
    };

    public static string Of(CostLineKind kind) => kind switch
    {
        CostLineKind.Labour => "labour",
        CostLineKind.Ai => "ai",
        CostLineKind.ArtisticThirdParty => "artisticThirdParty",
        CostLineKind.OtherThirdParty => "otherThirdParty",
        CostLineKind.ArtistSocialLevy => "artistSocialLevy",
    };

    public static string? Of(RangePosition? position) => position switch
    {
        RangePosition.Below => "below",
        RangePosition.Inside => "inside",
        RangePosition.Above => "above",
        null => null,
    };
}
