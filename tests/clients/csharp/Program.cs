using System.Globalization;
using Pricing.Client;

// The main job with a generated client: dotnet run -- http://localhost:5080
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var http = new HttpClient { BaseAddress = new Uri(args[0]) };   // with a key: http.DefaultRequestHeaders.Add("X-API-Key", key)
var pricing = new PricingClient(http);

var id = (await pricing.BuildDemoAsync()).Result.Id;
var read = await pricing.GetEngagementAsync(id);
var before = (await pricing.CompareEngagementAsync(id)).Result;
var change = new ChangeDocument { Changes = [new() { Path = "/assets/0/quantity", Value = 120 }] };
var changed = await pricing.ChangeDocumentAsync(id, change, read.Headers["ETag"].Single());
var after = (await pricing.CompareEngagementAsync(id)).Result;
foreach (var (was, now) in before.Structures.Zip(after.Structures))
    Console.WriteLine($"{now.Type}: {was.ExpectedFee:0.00} -> {now.ExpectedFee:0.00} {after.Currency}");
using (var proposal = await pricing.GetProposalPdfAsync(id, DocumentLanguage.En))
    await Save(proposal, "proposal.pdf");
using (var workbook = await pricing.GetEngagementWorkbookAsync(id, DocumentLanguage.De))
    await Save(workbook, "workbook.xlsx");

var client = (await pricing.CreateClientAsync(new CreateClient { Name = "Musterkunde AG", Country = "DE" })).Result;
Console.WriteLine($"client: {client.Name}, {client.Currency}, version {client.Version}");

// A document that is read and sent back loses nothing, whatever shapes it holds.
var engagement = changed.Result;
var sentBack = new ReviseEngagement { Document = engagement.Document, Stage = EngagementStage.Proposal, Offer = engagement.Offer };
var revised = await pricing.ReviseEngagementAsync(id, sentBack, changed.Headers["ETag"].Single());
var same = (await pricing.CompareEngagementAsync(id)).Result;
Console.WriteLine($"sent back: {revised.Result.Stage}, {same.Structures.Sum(structure => structure.ExpectedFee):0.00}");
Console.WriteLine($"before that: {after.Structures.Sum(structure => structure.ExpectedFee):0.00}");

// A trial stores nothing and answers with what would be.
var trial = (await pricing.CreateClientAsync(new CreateClient { Name = "Probekunde AG" }, validateOnly: true)).Result;
Console.WriteLine($"trial: {trial.Name}, {(await pricing.ListClientsAsync(search: trial.Name)).Result.Items.Count} stored");

try
{
    await pricing.CreateClientAsync(new CreateClient { Name = "", Country = "Germany" });
}
catch (ApiException<Problem> refused)
{
    Console.WriteLine($"{refused.StatusCode}: {string.Join(", ", refused.Result.Errors!.Select(fault => fault.Pointer))}");
}

try
{
    await pricing.ChangeDocumentAsync(id, change, read.Headers["ETag"].Single());
}
catch (ApiException<Problem> stale)
{
    Console.WriteLine($"{stale.StatusCode}: {stale.Result.Type}, now {stale.Result.CurrentETag}");
}

static async Task Save(FileResponse file, string name)
{
    var path = Path.Combine(AppContext.BaseDirectory, name);
    await using (var saved = File.Create(path))
        await file.Stream.CopyToAsync(saved);
    Console.WriteLine($"{name}: {path}");
}

namespace Pricing.Client
{
    using System.Text.Json;
    using System.Text.Json.Serialization;

    public partial class PricingClient
    {
        // What is left out takes its default; null would be a value.
        static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) => settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }
}
