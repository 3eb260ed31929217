using System.Text.Json.Nodes;
using Pricing.Application.Seeding;

namespace Pricing.Api.OpenApi;

/// <summary>Requests for which the examples of their members do not fit together: a whole one each, that works with what is seeded.</summary>
internal static class PlainExamples
{
    /// <summary>The example of a request; null where those of its members do.</summary>
    public static (string Title, JsonNode Body)? Of(string operationId) => operationId switch
    {
        "CreateUser" => Of("A lead", """{"name":"Jo Beispiel","email":"jo@example.com","role":"accountLead"}"""),
        "ReviseUser" => Of("As she is", """{"name":"Lena Kern","email":"lead@example.com","role":"accountLead"}"""),
        "HandOverWork" or "DeactivateUser" => Of("To Felix Neumann", $$"""{"successorId":"{{SeedIds.Of("user", "finance")}}"}"""),
        "MergeClients" => Of("Musterfunk was entered twice", $$"""{"duplicateId":"{{SeedIds.Of("client", "telco-brand")}}"}"""),
        "UpsertEngagement" => Of("A deal of a known client", $$"""{"name":"Spring campaign","clientId":"{{SeedIds.Of("client", "consumer-brand")}}","stage":"qualified","winProbability":0.4,"template":"Twenty hours become five"}"""),
        "CreateShareLink" => Of("For the recipient", """{"name":"Max Beispiel"}"""),
        "ReplayEvents" => Of("Since yesterday", """{"since":"2026-11-25T00:00:00Z"}"""),
        "CreateCrmConnection" or "ReviseCrmConnection" => Of("A portal of HubSpot", """{"kind":"hubspot","name":"HubSpot, new business","address":"https://api.hubapi.com","credentials":{"token":"pat-eu1-your-token"}}"""),
        "CreateLegalEntity" or "ReviseLegalEntity" => Of(
            "A second company", """
            {"name":"Musteragentur Film GmbH","shortName":"Musteragentur Film","address":"Beispielweg 12, 20000 Musterstadt","country":"DE","vatId":"DE000000000",
             "bank":"Musterbank, IBAN DE00 0000 0000 0000 0000 00","contactName":"Erika Mustermann","contactFunction":"Managing partner","contactEmail":"film@example.com","numberPrefix":"F-"}
            """),
        "CreateRateCard" => Of(
            "Next year's", """
            {"code":"STANDARD-2027","name":"Standard rate card 2027","currency":"EUR","validFrom":"2027-01-01","discount":0.05,"realisation":0.93,"source":"Budget 2027, board of November 2026",
             "roles":[{"code":"STRD","title":"Strategy director","annualSalary":113000,"utilisation":0.65,"hourlyRate":236},{"code":"PRD","title":"Producer","annualSalary":63800,"utilisation":0.8,"hourlyRate":108}]}
            """),
        "CreateEffortProfile" => Of("Live shoots", """{"code":"live-shoot","title":"Live shoot","optimistic":0.9,"mostLikely":1,"pessimistic":1.8,"source":"Time records of six shoots, 2026"}"""),
        "AddPrice" or "RevisePrice" => Of(
            "A price that was announced", """
            {"code":"house-video-generation","vendor":"House","model":"House video","modality":"video","unit":"second","price":0.35,"currency":"USD","validFrom":"2027-01-01",
             "source":"Vendor's letter of 20 November 2026","retrievedOn":"2026-11-25","status":"announced"}
            """),
        "CreateDeliverable" or "ReviseDeliverable" => Of(
            "Kick-off workshop", """
            {"name":"Kick-off workshop","tags":["workshop","start"],
             "workPackage":{"name":"Kick-off workshop","phase":"strategy","effortProfile":"strategy","method":"classic","hours":{"STRD":6,"STRS":12,"CD":4,"AM":8}}}
            """),
        _ => null,
    };

    private static (string, JsonNode)? Of(string title, string json) => (title, JsonNode.Parse(json)!);
}
