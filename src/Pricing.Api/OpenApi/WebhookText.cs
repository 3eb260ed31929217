using Microsoft.OpenApi;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.Webhooks;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>What the service calls others with: each type of event with what it tells.</summary>
internal static class WebhookText
{
    private const string MediaType = "application/cloudevents+json";

    private static readonly (string Name, string Type, Type Facts, string Summary)[] Events =
    [
        ("clientCreated", EventTypes.ClientCreated, typeof(ClientFacts), "A client was added"),
        ("clientRevised", EventTypes.ClientRevised, typeof(ClientFacts), "A client was changed"),
        ("clientArchived", EventTypes.ClientArchived, typeof(ClientFacts), "A client was archived"),
        ("clientOwnerChanged", EventTypes.ClientOwnerChanged, typeof(OwnerFacts), "A client belongs to another user"),
        ("engagementCreated", EventTypes.EngagementCreated, typeof(EngagementFacts), "An engagement was drafted or copied"),
        ("engagementRevised", EventTypes.EngagementRevised, typeof(EngagementFacts), "An engagement was changed"),
        ("engagementArchived", EventTypes.EngagementArchived, typeof(EngagementFacts), "An engagement was archived"),
        ("engagementStageChanged", EventTypes.EngagementStageChanged, typeof(EngagementFacts), "An engagement went to another stage"),
        ("engagementOfferChanged", EventTypes.EngagementOfferChanged, typeof(EngagementFacts), "The offer of an engagement, or its fee, is another one"),
        ("engagementOwnerChanged", EventTypes.EngagementOwnerChanged, typeof(OwnerFacts), "An engagement belongs to another user"),
        ("proposalCreated", EventTypes.ProposalCreated, typeof(ProposalFacts), "A proposal was drafted"),
        ("proposalSent", EventTypes.ProposalSent, typeof(ProposalFacts), "A version of a proposal went to the client"),
        ("proposalViewed", EventTypes.ProposalViewed, typeof(ProposalFacts), "The client opened a proposal"),
        ("proposalQuestionAsked", EventTypes.ProposalQuestionAsked, typeof(ProposalFacts), "The client asked something about a proposal"),
        ("proposalAccepted", EventTypes.ProposalAccepted, typeof(ProposalFacts), "The client accepted a proposal"),
        ("proposalDeclined", EventTypes.ProposalDeclined, typeof(ProposalFacts), "The client declined a proposal"),
        ("proposalExpiring", EventTypes.ProposalExpiring, typeof(ProposalFacts), "A proposal expires within three days"),
        ("proposalExpired", EventTypes.ProposalExpired, typeof(ProposalFacts), "The last day of a proposal is over"),
        ("proposalWithdrawn", EventTypes.ProposalWithdrawn, typeof(ProposalFacts), "The agency took a proposal back"),
        ("proposalOwnerChanged", EventTypes.ProposalOwnerChanged, typeof(OwnerFacts), "A proposal belongs to another user"),
        ("ping", EventTypes.Ping, typeof(PingFacts), "Somebody tests the endpoint"),
    ];

    public static void Describe(OpenApiDocument document, DocumentFilterContext context) => document.Webhooks = Events.ToDictionary(
        told => told.Name,
        told => (IOpenApiPathItem)new OpenApiPathItem
        {
            Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Post] = Call(told.Name, told.Type, told.Facts, told.Summary, document, context) },
        });

    private static OpenApiOperation Call(string name, string type, Type facts, string summary, OpenApiDocument document, DocumentFilterContext context) => new()
    {
        OperationId = $"Receive{char.ToUpperInvariant(name[0])}{name[1..]}",
        Summary = summary,
        Description = $"`{type}`. Check the signature, answer 2xx within ten seconds, and drop what you have seen.",
        Tags = new HashSet<OpenApiTagReference> { new(Tags.Integrations, document) },
        Parameters =
        [
            Header("webhook-id", "Id of the event, the same on every try.", "0199a1b2-0000-7000-8000-000000000001"),
            Header("webhook-timestamp", "When this try was made, in seconds since 1970.", "1795608000"),
            Header("webhook-signature", "v1 and the base64 of HMAC-SHA256 over id, time and body; several with spaces between during a rotation.", "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="),
        ],
        RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "The event.",
            Content = new Dictionary<string, OpenApiMediaType> { [MediaType] = new() { Schema = Event(type, facts, document, context) } },
        },
        Responses = new OpenApiResponses { ["2XX"] = new OpenApiResponse { Description = "Accepted." }, ["410"] = new OpenApiResponse { Description = "The endpoint is switched off." } },
    };

    private static OpenApiSchema Event(string type, Type facts, OpenApiDocument document, DocumentFilterContext context) => new()
    {
        AllOf =
        [
            new OpenApiSchemaReference(nameof(CloudEvent), document),
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Const = type, Description = "What happened." },
                    ["data"] = context.SchemaGenerator.GenerateSchema(facts, context.SchemaRepository),
                },
            },
        ],
    };

    private static OpenApiParameter Header(string name, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = true,
        Description = description,
        Example = example,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
