using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Deliverables;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.ValueDrivers;
using Pricing.Application.Outbox;
using Pricing.Application.Seeding;
using Pricing.Documents;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Model.Analyses;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>What query parameters mean, with their bounds; the same name means the same everywhere.</summary>
internal static class ParameterText
{
    public static void Describe(OpenApiParameter parameter, string operationId, OperationFilterContext context)
    {
        var (description, filled, sample) = Of(parameter.Name ?? "", operationId);
        parameter.Description ??= description;
        parameter.Example ??= filled;
        if (CodesOf(parameter.Name, operationId) is { } codes)
            parameter.Schema = context.SchemaGenerator.GenerateSchema(codes, context.SchemaRepository);
        if (parameter.Schema is OpenApiSchema schema)
        {
            Bound(parameter.Name, operationId, schema);
            if (schema.Enum is { Count: > 0 })
                parameter.Schema = Named(schema, $"{operationId}{char.ToUpperInvariant(parameter.Name![0])}{parameter.Name[1..]}", parameter.Description, context);
            else if (sample is not null)
                schema.Examples = [sample];
        }

        if (sample is not null && parameter.Schema is OpenApiSchemaReference { Reference: var reference })
            reference.Examples = [sample];
    }

    // Words of one operation alone: generated clients would number what has no name.
    private static OpenApiSchemaReference Named(OpenApiSchema words, string name, string? description, OperationFilterContext context)
    {
        words.Description = description;
        return context.SchemaRepository.AddDefinition(name, words);
    }

    // Read as texts, so that a wrong one has an answer of its own; described as what they are, under one name wherever they stand.
    private static Type? CodesOf(string? name, string operationId) => name switch
    {
        "lang" => typeof(DocumentLanguage),
        "detail" => typeof(ProposalDetail),
        "state" when operationId == "ListProposals" => typeof(ProposalState),
        "state" when operationId == "ListCrmPushes" => typeof(CrmPushState),
        "state" when operationId == "ListCrmInbound" => typeof(CrmInboundState),
        "state" => typeof(DeliveryState),
        "figure" => typeof(ComparisonFigure),
        "stage" => typeof(EngagementStage),
        "status" => typeof(PriceStatus),
        "kind" => operationId == "CalculateDriver" ? typeof(CalculatorKind) : typeof(DeliverableKind),
        _ => null,
    };

    // A filled example stands in the page's field and is sent; a sample only shows what one looks like, so that lists stay whole.
    private static (string Description, JsonNode? Filled, JsonNode? Sample) Of(string name, string operationId) => name switch
    {
        "search" => ("Part of a name, in any case. Leave out for all.", null, Search(operationId)),
        "archived" => ("Whether to list the archived ones instead. Default false; with updatedSince both.", null, JsonValue.Create(false)),
        "inactive" => ("Whether to list the deactivated ones instead. Default false; with updatedSince both.", null, JsonValue.Create(false)),
        "revoked" => ("Whether to list the revoked ones instead. Default false; with updatedSince both.", null, JsonValue.Create(false)),
        "recordId" => ("Only what was done to this record. Leave out for all.", null, SeedIds.Demo.ToString()),
        "userId" => ("Only what this user did. Leave out for all.", null, SeedIds.DevelopmentUser.ToString()),
        "version" => ("Number of the version. Default: the newest.", null, JsonValue.Create(1)),
        "detail" => ("How far prices are taken apart: summary, sections, lines or openBook. Default: what was sent, every line.", null, "sections"),
        "hash" => ("Hash of a footer, whole or its 16 digits, or the SHA-256 of a document.", "b553db4db2d30f1e", null),
        "from" when operationId is "CompareProposalVersions" or "DrawProposalVersions" => ("Number of the earlier version.", JsonValue.Create(1), null),
        "to" when operationId is "CompareProposalVersions" or "DrawProposalVersions" => ("Number of the later version.", JsonValue.Create(2), null),
        "from" => ("Only from this time on, RFC 3339. Leave out for all.", null, "2026-11-25T00:00:00Z"),
        "templates" => ("true for templates only, false for all others; leave out for both.", null, JsonValue.Create(true)),
        "limit" => ("Rows of a page, 1 to 100. Default 50.", JsonValue.Create(50), null),
        "after" when operationId == "ListEvents" => ("The next of the last answer; leave out for the beginning.", null, "AAAAAAAAAAAAAAAAAAAAAA"),
        "after" => ("The next of the page before, with the same filters and the same sort; leave out for the first page.", null, "CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        "sort" => ("By what the list is sorted; - in front for the last first. Default createdAt, with updatedSince updatedAt.", null, "-updatedAt"),
        "updatedSince" => ("Only what changed at this time or later, what is out of the lists included. Leave out for all.", null, "2026-11-25T08:00:00Z"),
        "system" => ("Code of the other system: lower-case letters, digits and hyphens.", "hubspot", null),
        "externalId" => ("Id in the other system, percent-encoded: printable characters of any script, a slash as %2F.", "4711", null),
        "type" => ("Only those of this type. Leave out for all.", null, EventTypes.EngagementStageChanged),
        "endpointId" => ("Only those to this webhook endpoint. Leave out for all.", null, SeedIds.Demo.ToString()),
        "engagementId" => ("Only those of this engagement. Leave out for all.", null, SeedIds.Demo.ToString()),
        "state" when operationId == "ListCrmPushes" => ("Only those of this state: waiting, done or failed. Leave out for all.", null, "failed"),
        "state" when operationId == "ListCrmInbound" => ("Only what is in this state: waiting, done, dropped or failed. Leave out for all.", null, "failed"),
        "position" => ("Place in the order of arrival, as the list names it.", JsonValue.Create(1), null),
        "state" when operationId == "ListProposals" => ("Only those whose newest version stands here: draft, inReview, approved, sent, viewed, accepted, declined, expired or withdrawn. Leave out for all.", null, "sent"),
        "state" => ("Only those of this state: waiting, delivered, dead, keptInside or dropped. Leave out for all.", null, "dead"),
        "clientId" => ("Only those of this client. Leave out for all.", null, SeedIds.Of("client", "consumer-brand").ToString()),
        "stage" => ("Only those of this stage: lead, qualified, proposal, negotiation, won or lost. Leave out for all.", null, "proposal"),
        "status" => ("Only those of this status: active, announced or discontinued. Leave out for all.", null, "active"),
        "kind" when operationId == "CalculateDriver" => ("The calculator, as the list of calculators names it.", "incrementalGrossProfit", null),
        "kind" => ("Only this kind: workPackage or asset. Leave out for both.", null, "workPackage"),
        "tag" => ("Only those with this tag. Leave out for all.", null, "workshop"),
        "asOf" when operationId == "WatchPriceDrift" => ("Day whose prices, rate cards and exchange rates are taken. Default: today.", null, "2026-12-01"),
        "validateOnly" => ("Whether only to show the difference. Default false; then the confirmation of the dry run is required.", JsonValue.Create(true), null),
        "asOf" => ("Only what is in force on this day. Leave out for all days.", null, "2026-11-25"),
        "structure" => ("Position among the compared fee structures, counted from 0. Default: the recommended one.", null, JsonValue.Create(1)),
        "figure" => ("Figure of the chart: expectedFee, expectedCost or expectedProfit. Default expectedProfit.", null, "expectedProfit"),
        "of" => ("JSON pointer of the figure in the comparison.", "/structures/0/expectedFee", null),
        "lang" => ("Language: de or en. Default: the client's; the chart is English where nothing is said.", "en", null),
        "width" => ("Width in units, 640 to 2,000; PNG has two pixels per unit. Default 1,200.", JsonValue.Create(1200), null),
        "height" => ("Height in units, 400 to 2,000; the chart grows where the structures need more. Default 800.", JsonValue.Create(800), null),
        _ => (name, null, null),
    };

    private static string[] SortsOf(string operationId) => operationId == "ListExchangeRates" ? ["createdAt", "updatedAt"] : ["createdAt", "updatedAt", "name"];

    private static string Search(string operationId) => operationId switch
    {
        "ListClients" => "beispiel",
        "ListRateCards" => "standard",
        "ListEffortProfiles" => "ai",
        "ListPrices" => "video",
        "ListDeliverables" => "workshop",
        _ => "social",
    };

    // The bounds that the service keeps, so that callers and tests can keep them too.
    private static void Bound(string? name, string operationId, OpenApiSchema schema)
    {
        switch (name)
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
            case "structure":
                schema.Minimum = "0";
                break;
            case "type":
                schema.Enum = [.. EventTypes.All.Select(type => (JsonNode)type)];
                break;
            case "search":
                (schema.MinLength, schema.MaxLength) = (1, 300);
                break;
            case "sort":
                schema.Enum = [.. SortsOf(operationId).SelectMany(member => new JsonNode[] { member, $"-{member}" })];
                break;
            case "system":
                (schema.MinLength, schema.MaxLength, schema.Pattern) = (1, 50, "^[a-z0-9][a-z0-9-]{0,49}$");
                break;
            case "externalId":
                (schema.MinLength, schema.MaxLength, schema.Pattern) = (1, 200, "^[^\\u0000-\\u001f\\u007f-\\u009f]{1,200}$");
                break;
            case "after":
                (schema.MinLength, schema.MaxLength) = (1, 4000);
                break;
        }
    }
}
