using System.Text.Json.Nodes;
using Pricing.Api.Tests.OpenApi;
using Pricing.Application.Features.Analyses;

namespace Pricing.Api.Tests.Endpoints.Analyses;

/// <summary>Answers have the shape that the OpenAPI document gives them.</summary>
public sealed class AnswerSchemaTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string> Kinds => [.. AnalysisKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_worked_case_fits_the_schemas_of_its_kind(string kind)
    {
        var api = await service.Read("/swagger/v1/swagger.json");
        var operation = api["paths"]![$"/api/v1/analyses/{kind}"]!["post"]!;
        var check = new SchemaCheck(api);

        var answer = await AnalysisCase.Answer(service, kind);

        Assert.Empty(check.FaultsOf(JsonNode.Parse(Service.Case($"analyses/{kind}.json")), operation["requestBody"]!["content"]!["application/json"]!["schema"]!));
        Assert.Empty(check.FaultsOf(answer, operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!));
    }
}
