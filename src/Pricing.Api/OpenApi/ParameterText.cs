using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Pricing.Api.OpenApi;

/// <summary>What query parameters mean, with their bounds; the same name means the same everywhere.</summary>
internal static class ParameterText
{
    public static (string Description, JsonNode? Example) Of(string name) => name switch
    {
        "search" => ("Part of a name, in any case.", null),
        "archived" => ("Whether to list the archived ones instead. Default false.", JsonValue.Create(false)),
        "templates" => ("true for templates only, false for all others; leave out for both.", null),
        "limit" => ("Rows of a page, 1 to 100. Default 50.", JsonValue.Create(50)),
        "after" => ("The next of the page before; leave out for the first page.", null),
        "clientId" => ("Only those of this client.", null),
        "stage" => ("Only those of this stage: lead, qualified, proposal, negotiation, won or lost.", null),
        "status" => ("Only those of this status: active, announced or discontinued.", null),
        "kind" => ("Only this kind: workPackage or asset.", null),
        "tag" => ("Only those with this tag.", null),
        "asOf" => ("Only what is in force on this day.", null),
        "of" => ("JSON pointer of the figure in the comparison.", JsonValue.Create("/structures/0/expectedFee")),
        "lang" => ("Language: de or en. Default: the client's; the chart is English where nothing is said.", JsonValue.Create("en")),
        "width" => ("Width in units, 640 to 2,000; PNG has two pixels per unit. Default 1,200.", JsonValue.Create(1200)),
        "height" => ("Height in units, 400 to 2,000; the chart grows where the structures need more. Default 800.", JsonValue.Create(800)),
        _ => (name, null),
    };

    /// <summary>States the bounds that the service keeps, so that callers and tests can keep them too.</summary>
    public static void Bound(OpenApiParameter parameter)
    {
        if (parameter.Schema is not OpenApiSchema schema)
            return;
        switch (parameter.Name)
        {
            case "limit":
                (schema.Minimum, schema.Maximum) = ("1", "100");
                break;
            case "width":
                (schema.Minimum, schema.Maximum) = ("640", "2000");
                break;
            case "height":
                (schema.Minimum, schema.Maximum) = ("400", "2000");
                break;
            case "lang":
                schema.Enum = ["de", "en"];
                break;
            case "search":
                (schema.MinLength, schema.MaxLength) = (1, 300);
                break;
        }
    }
}
