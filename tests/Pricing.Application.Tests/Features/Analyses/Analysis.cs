using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Errors;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Tests.Contract;

namespace Pricing.Application.Tests.Features.Analyses;

/// <summary>Puts a question to an engagement, as a request does.</summary>
internal static class Analysis
{
    public static JsonNode Of(string kind, Document engagement, string parameters) => JsonNode.Parse(Bytes(kind, engagement, parameters))!;

    /// <summary>The pointers that a refusal names, in order.</summary>
    public static IReadOnlyList<string> FaultsOf(string kind, Document engagement, string parameters) =>
        [.. Assert.Throws<InvalidRequestException>(() => Bytes(kind, engagement, parameters)).Faults.Select(fault => fault.Pointer)];

    /// <summary>An amount or figure of an answer, by pointer.</summary>
    public static decimal? Number(this JsonNode answer, string pointer) =>
        (decimal?)pointer[1..].Split('/').Aggregate((JsonNode?)answer, (node, token) => node is JsonArray list ? list[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)] : node![token]);

    private static byte[] Bytes(string kind, Document engagement, string parameters) => AnalysisRequest
        .OfDocument(AnalysisKinds.Find(kind), Encoding.UTF8.GetBytes($$"""{ "engagement": {{engagement.Text}}, "parameters": {{parameters}} }"""))
        .Answer(new AnswerForm(AnswerFormat.Json), default);
}
