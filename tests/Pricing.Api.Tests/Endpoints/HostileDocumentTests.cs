using System.Diagnostics;
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

    // Without a breadth, against the reading direction, with a mark on what stands before, private, no character, a tag, beyond 16 bits.
    private static readonly (int First, int Last)[] HostileRanges =
    [
        (0x00, 0x1F), (0x7F, 0xA0), (0x300, 0x36F), (0x590, 0x6FF), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xE000, 0xF8FF),
        (0xFB00, 0xFB06), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F), (0xFF01, 0xFF5E), (0xFFF0, 0xFFFF), (0x1D100, 0x1D1FF), (0x1F1E6, 0x1F5FF), (0xE0000, 0xE007F),
    ];

    [Fact]
    [Trait("Gate", "G36")]
    public async Task A_text_of_an_engagement_stays_text_or_is_refused_by_its_place()
    {
        var places = Places(Document(), "").ToList();
        var (made, refused, watch) = (0, 0, Stopwatch.StartNew());
        await Parallel.ForEachAsync(Samples(places), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (sample, _) =>
        {
            if (await IsMade(sample.Text, sample.Places))
                Interlocked.Increment(ref made);
            else
                Interlocked.Increment(ref refused);
        });

        Assert.True(made > refused / 2, $"{made} documents made, {refused} refused");
        GateSize.Measured("G36", $"{made + refused} engagements with hostile texts in one or all of {places.Count} places, {(made + refused) / watch.Elapsed.TotalSeconds:0.0} a second: {made} proposals and workbooks made and sound, {refused} refused by place");
    }

    // Each text in all places at once, and those made by hand in each place alone; where time is short, in turn in all or in one.
    private static IEnumerable<(string Text, List<string> Places)> Samples(List<string> places)
    {
        var texts = Texts.Concat(Combinations()).Take(GateSize.Of("G36", ci: Texts.Length, gate: 500)).ToList();
        return GateSize.IsGate
            ? [.. texts.Select(text => (text, places)), .. from text in Texts from place in places select (text, new List<string> { place })]
            : texts.Select((text, i) => (text, i % 2 == 0 ? places : new List<string> { places[i % places.Count] }));
    }

    // A part of one text within another, with hostile characters at the seam.
    private static IEnumerable<string> Combinations()
    {
        for (var random = new Random(36); ;)
        {
            var (outer, inner) = (Texts[random.Next(Texts.Length)], Texts[random.Next(Texts.Length)]);
            var characters = Enumerable.Range(0, random.Next(3)).Select(_ => HostileRanges[random.Next(HostileRanges.Length)]).Select(range => char.ConvertFromUtf32(random.Next(range.First, range.Last + 1)));
            yield return outer.Insert(random.Next(outer.Length + 1), $"{inner[..random.Next(1, inner.Length + 1)]}{string.Concat(characters)}");
        }
    }

    private async Task<bool> IsMade(string text, List<string> places)
    {
        try
        {
            return await IsMadeSoundly(Escaped(text + Marker), places);
        }
        catch (Exception e) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{Escaped(text)} at {(places.Count == 1 ? places[0] : "all places")}: {e.Message}", e);
        }
    }

    private async Task<bool> IsMadeSoundly(string escaped, List<string> places)
    {
        var document = Document();
        foreach (var place in places)
            Put(document, place, Marker);
        // Put in as text: the serializer would mend halves of surrogate pairs.
        var body = new JsonObject { ["document"] = document }.ToJsonString().Replace($"\"{Marker}\"", escaped, StringComparison.Ordinal);
        var answer = await service.Send(HttpMethod.Post, "/api/v1/engagements", body);
        if (answer.StatusCode == HttpStatusCode.BadRequest)
        {
            var pointers = await Service.Pointers(answer);
            Assert.Contains(pointers, pointer => places.Contains(pointer!.Replace("/document", "", StringComparison.Ordinal)));
            return false;
        }

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var address = $"/api/v1/engagements/{(await Service.Body(answer))["id"]}";
        AssertSoundPdf(await Bytes($"{address}/proposal.pdf?lang=de"));
        AssertSoundWorkbook(await Bytes($"{address}/workbook.xlsx?lang=en"), isMarked: places.Count > 1);
        await service.Send(HttpMethod.Delete, address, headers: ("If-Match", "*"));
        return true;
    }

    private static string Escaped(string text) => $"\"{string.Concat(text.Select(unit => $"\\u{(int)unit:X4}"))}\"";

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

    private static void AssertSoundWorkbook(byte[] bytes, bool isMarked)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var parts = zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal) || entry.Name.EndsWith(".rels", StringComparison.Ordinal)).Select(Parsed).ToList();
        Assert.DoesNotContain(parts.SelectMany(part => part.Descendants()).Where(element => element.Name.LocalName == "f"), formula => formula.Value.Contains(Marker, StringComparison.Ordinal));
        Assert.True(!isMarked || parts.Any(part => part.Root!.Value.Contains(Marker, StringComparison.Ordinal)), "The text is in no part of the workbook.");
    }

    private static XDocument Parsed(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        return XDocument.Load(stream);
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
