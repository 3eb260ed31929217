using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using UglyToad.PdfPig;

namespace Pricing.Api.Tests.Endpoints;

/// <summary>Whatever stands in a text of an engagement, its proposal and its workbook are sound files in which the text is text, or the text is refused by its place.</summary>
public sealed class HostileDocumentTests(Service service) : IClassFixture<Service>
{
    private const string Marker = "Hostile";

    private static readonly string[] Members = ["name", "title", "model", "client", "description", "note", "source", "discountReason", "provider"];

    private static readonly string[] Texts =
    [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\",\"x\")", "=cmd|' /C calc'!A0", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠A1", "'=1", "\"=1", " =1", ";=1", ",=1",
        "]]>", "<f>1</f>", "<script>alert(1)</script>", "&amp;", "&#0;", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;", "_x0041_", "_x000D_", "a\u0001b", "a\u0008b", "a\u000Bb", "a\u001Fb",
        "a\u007Fb", "a\u0085b", "a\uFFFEb", "a\uFFFFb", "a\uD800b", "a\u0000b", "a\u2028b", "a\u202Eb", "a\u200Bb", "a\uFEFFb", "a\r\nb", "🇩🇪👩‍👩‍👧‍👦", "عربى", "日本語", "e\u0301", "ﬁ", "İıſ", "%s%n{0}", "(a) Tj ET",
        ") /S /JavaScript /JS (a", "\\", "\\(", "%%EOF", "endstream endobj", "1999,9", "1900-01-01", "0000045299", "TRUE", "#REF!", "Σ = ∫ ≠ €",
    ];

    [Fact]
    [Trait("Gate", "G36")]
    public async Task A_text_of_an_engagement_stays_text_or_is_refused_by_its_place()
    {
        var places = Places(Document(), "").ToList();
        var (made, refused) = (0, 0);
        for (var i = 0; i < Texts.Length; i++)
        {
            // In all places at once and in each alone; where time is short, in turn in one or in all.
            List<string[]> choices = GateSize.IsGate ? [[.. places], .. places.Select(place => new[] { place })] : [i % 2 == 0 ? [.. places] : [places[i % places.Count]]];
            foreach (var chosen in choices)
            {
                if (await IsMade(Texts[i] + Marker, chosen))
                    made++;
                else
                    refused++;
            }
        }

        Assert.True(made > refused / 2, $"{made} documents made, {refused} refused");
        GateSize.Measured("G36", $"{Texts.Length} texts, {places.Count} places: {made} proposals and workbooks made and sound, {refused} texts refused by their place");
    }

    private async Task<bool> IsMade(string text, IReadOnlyList<string> places)
    {
        var document = Document();
        foreach (var place in places)
            Put(document, place, text);
        var body = new JsonObject { ["document"] = document }.ToJsonString();
        var answer = await service.Send(HttpMethod.Post, "/api/v1/engagements", body);
        if (answer.StatusCode == HttpStatusCode.BadRequest)
        {
            var pointers = await Service.Pointers(answer);
            Assert.Contains(pointers, pointer => places.Contains(pointer?.Replace("/document", "", StringComparison.Ordinal)));
            return false;
        }

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var address = $"/api/v1/engagements/{(await Service.Body(answer))["id"]}";
        AssertSoundPdf(await Bytes($"{address}/proposal.pdf?lang=de"));
        AssertSoundWorkbook(await Bytes($"{address}/workbook.xlsx?lang=en"));
        await service.Send(HttpMethod.Delete, address, headers: ("If-Match", "*"));
        return true;
    }

    private async Task<byte[]> Bytes(string address)
    {
        var answer = await service.Send(HttpMethod.Get, address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static void AssertSoundPdf(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        Assert.InRange(pdf.NumberOfPages, 1, 60);
        Assert.All(pdf.GetPages(), page => Assert.NotNull(page.Text));
        Assert.DoesNotContain(pdf.Structure.Catalog.CatalogDictionary.Data.Keys, key => key is "OpenAction" or "AA" or "Names");   // nothing that acts
    }

    private static void AssertSoundWorkbook(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var part in zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal) || entry.Name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var stream = part.Open();
            var xml = XDocument.Load(stream);
            Assert.DoesNotContain(xml.Descendants().Where(element => element.Name.LocalName == "f"), formula => formula.Value.Contains(Marker, StringComparison.Ordinal));
        }
    }

    private static JsonObject Document() => JsonNode.Parse(Service.Case("case-a.json"))!.AsObject();

    // What names a KPI is named elsewhere, too.
    private static IEnumerable<string> Places(JsonNode? node, string at) => node switch
    {
        JsonObject members => members.SelectMany(member => Members.Contains(member.Key) && member.Value is JsonValue && !members.ContainsKey("weight") && !members.ContainsKey("kpiAchievement")
            ? [$"{at}/{member.Key}"]
            : Places(member.Value, $"{at}/{member.Key}")),
        JsonArray entries => entries.SelectMany((entry, i) => Places(entry, $"{at}/{i}")),
        _ => [],
    };

    private static void Put(JsonNode document, string pointer, string text)
    {
        var tokens = pointer.Split('/').Skip(1).ToList();
        var parent = tokens.SkipLast(1).Aggregate(document, (node, token) => node is JsonArray entries ? entries[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)]! : node[token]!);
        parent[tokens[^1]] = text;
    }
}
