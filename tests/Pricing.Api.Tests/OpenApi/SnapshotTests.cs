using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pricing.Api.Tests.OpenApi;

/// <summary>What integrators have built on does not change unnoticed.</summary>
public sealed class SnapshotTests(Service service) : IClassFixture<Service>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UPDATE_GOLDEN=1 takes the document as it is now for the right one.</summary>
    [Fact]
    public async Task The_document_is_the_one_that_was_reviewed()
    {
        var file = Repository.PathOf("tests", "Pricing.Api.Tests", "OpenApi", "openapi.json");
        var answer = await service.Send(HttpMethod.Get, "/swagger/v1/swagger.json");
        answer.EnsureSuccessStatusCode();
        var now = (await Service.Body(answer)).ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
            await File.WriteAllTextAsync(file, now, new UTF8Encoding(false), TestContext.Current.CancellationToken);

        var reviewed = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal(reviewed.Split('\n'), now.Split('\n'));
    }
}
