using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Pricing.Api.Problems;

namespace Pricing.Api.OpenApi;

/// <summary>What each error means, with a body as the service writes it.</summary>
internal static class ProblemExamples
{
    public static void Describe(OpenApiResponse response, int status, OpenApiOperation operation)
    {
        var type = TypeOf(status, operation.OperationId ?? "", operation.Parameters?.Any(parameter => parameter.Name == Idempotency.Header) == true);
        response.Description = $"{type.Title}. {type.Cure}";
        foreach (var (name, description) in HeadersOf(type))
            (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        foreach (var content in response.Content?.Values ?? [])
            content.Example = Body(type, operation);
    }

    private static IEnumerable<(string Name, string Description)> HeadersOf(ProblemType type)
    {
        if (type == ProblemType.TooManyRequests || type == ProblemType.Busy || type == ProblemType.KeyInFlight)
            yield return ("Retry-After", "Seconds after which to send it again.");
        if (type != ProblemType.TooManyRequests)
            yield break;
        yield return ("RateLimit-Policy", "Calls of a minute for the key and for the agency.");
        yield return ("RateLimit", "What is left of them, and in how many seconds the minute ends; every answer to a call that was counted says it.");
    }

    private static ProblemType TypeOf(int status, string operationId, bool takesKey) => (status, operationId) switch
    {
        (409, "AddPrice" or "RevisePrice") => ProblemType.PriceExists,
        (409, "AddExchangeRate" or "ReviseExchangeRate") => ProblemType.ExchangeRateExists,
        (409, "ReviseWebhookEndpoint" or "PingWebhookEndpoint" or "ReplayEvents" or "ReplayDelivery") => ProblemType.EndpointInactive,
        (409, "ReviseCrmConnection" or "PushToCrm") => ProblemType.ConnectionInactive,
        (409, "SwapModel") => ProblemType.DifferenceChanged,
        (409, "ReviseProposal" or "SubmitProposal" or "RejectProposal" or "WithdrawProposal" or "OpenProposalVersion" or "OrderChange" or "CreateShareLink") => ProblemType.StepNotAllowed,
        (409, "CreateProposal" or "CopyProposal") => ProblemType.AlreadyAgreed,
        (409, "ApproveProposal" or "SendProposal") => ProblemType.ContentChanged,
        (409, "CreateScenario") => ProblemType.TooManyScenarios,
        (409, "CreateRateCard" or "ReviseRateCard") => ProblemType.RateCardExists,
        (409, "CreateEffortProfile" or "ReviseEffortProfile") => ProblemType.ProfileExists,
        (409, "CreateUser" or "ReviseUser") => ProblemType.IdentityTaken,
        (409, "ReviseClientExternalIds" or "ReviseEngagementExternalIds") => ProblemType.ExternalIdTaken,
        (409, "DeactivateUser") => ProblemType.LastAdministrator,
        (409, "RotateApiKey") => ProblemType.KeyRevoked,
        (409, _) when takesKey => ProblemType.KeyInFlight,
        (422, _) when takesKey => ProblemType.KeyReused,
        _ => ProblemType.OfStatus(status),
    };

    private static JsonObject Body(ProblemType type, OpenApiOperation operation)
    {
        var fault = type == ProblemType.Invalid ? FaultOf(operation) : default;
        if (type == ProblemType.Invalid && fault.Detail is null)
            type = ProblemType.BadRequest;
        var body = new JsonObject
        {
            ["type"] = type.Address,
            ["title"] = type.Title,
            ["status"] = type.Status,
            ["detail"] = fault.Detail is null ? $"{type.Cause} {type.Cure}" : $"{fault.Detail} Nothing was stored.",
        };
        if (fault.Detail is not null)
            body["errors"] = new JsonArray(new JsonObject { ["pointer"] = fault.Pointer, ["detail"] = fault.Detail });
        if (type == ProblemType.Stale || type == ProblemType.PreconditionRequired)
            body["currentETag"] = "\"v4\"";
        body["traceId"] = "0HNEXAMPLE:00000001";
        return body;
    }

    // Null where nothing but an unreadable request can be wrong.
    private static (string? Pointer, string? Detail) FaultOf(OpenApiOperation operation) => operation.OperationId switch
    {
        "CompareDocument" => ("/workPackages/0/hours/STRD", "Hours must be 0 or more; you sent -4."),
        "CreateEngagement" or "ReviseEngagement" => ("/document/workPackages/0/hours/STRD", "Hours must be 0 or more; you sent -4."),
        "ChangeDocument" => ("/changes/0/path", "The document has no such place."),
        "ReviseDesk" => ("/lossReason", "lossReason belongs to an engagement whose stage is lost."),
        "AddDeliverable" => ("/deliverableId", "The library has no such deliverable."),
        "CopyEngagement" => ("/clientId", "There is no such client."),
        "CalculateDriver" or "FillDriver" => ("/inputs/uplift/value", "uplift is a fraction from 0 to 10 (0.04 is 4 %); you sent 40."),
        "CreateScenario" or "ChangeScenario" => ("/production/0/to", "The document has 3 assets, counted from 0; there is none at 3."),
        "ReviseScenario" => ("/document/currency", "A scenario is in the currency of its engagement, EUR."),
        "AddExchangeRate" or "ReviseExchangeRate" => ("/pricedIn", "pricedIn is another currency than currency."),
        "ReviseDriftLimits" => ("/margin", "margin is a number from -1 to 1."),
        "SwapModel" => ("/confirmation", "confirmation is missing. Send validateOnly=true first, look at the difference, and send the confirmation that it answers."),
        "CreateWebhookEndpoint" or "ReviseWebhookEndpoint" => ("/address", "The host is not on the public internet."),
        "CreateCrmConnection" or "ReviseCrmConnection" => ("/credentials", "HubSpot takes a token, Salesforce and Dynamics take clientId and clientSecret."),
        "PushToCrm" => ("/closeDate", "closeDate is a day, such as 2026-12-18."),
        "RotateWebhookSecret" => ("/overlapHours", "overlapHours is a whole number from 0 to 168."),
        "ReplayEvents" => ("/since", "Give since or after, one of them."),
        "RepriceEngagement" => ("/against", "against names one of asOf, engagement and scenario."),
        "ExplainFigure" => ("/of", "The comparison has no figure there; of is a JSON pointer such as /structures/0/expectedFee."),
        "GetComparisonChart" or "DrawScenarios" => ("/width", "width is from 640 to 2,000."),
        "GetProposalPdf" or "GetEngagementWorkbook" => ("/lang", "lang is one of de, en."),
        "CreateClient" or "ReviseClient" => ("/country", "country is an ISO 3166 code of two capital letters, such as DE."),
        "UpsertClient" => ("/country", "country is an ISO 3166 code of two capital letters, such as DE."),
        "UpsertEngagement" => ("/template", "template is the id or the name of an engagement that is marked as template."),
        "UpsertClients" or "UpsertEngagements" => ("/items", "items holds 1 to 100 records."),
        "MergeClients" => ("/duplicateId", "The duplicate is another client of the agency."),
        "ReviseClientExternalIds" or "ReviseEngagementExternalIds" => ("/externalIds/0/system", "system is a code of lower-case letters, digits and hyphens, such as hubspot."),
        "CreateRateCard" or "ReviseRateCard" => ("/validTo", "validTo is not before validFrom."),
        "CreateEffortProfile" or "ReviseEffortProfile" => ("/mostLikely", "mostLikely is not below optimistic."),
        "AddPrice" or "RevisePrice" => ("/currency", "currency is an ISO 4217 code, such as EUR."),
        "CreateDeliverable" or "ReviseDeliverable" => ("/workPackage/hours/STRD", "Hours must be 0 or more; you sent -4."),
        _ => operation.Parameters?.Any(parameter => parameter.Name == "limit") == true ? ("/limit", "limit is a whole number from 1 to 100.") : (null, null),
    };
}
