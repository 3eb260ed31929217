using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Comparisons;

public sealed class ExplainFigureTests
{
    [Theory]
    [InlineData("social-videos")]
    [InlineData("brand-platform")]
    public async Task Every_number_of_a_comparison_is_explained_down_to_inputs_that_the_document_states(string key)
    {
        await using var desk = await Desk.Open();
        var id = Desk.Seeded(key);
        var document = Desk.Parsed(await desk.Send(new GetResolvedDocument(id)));
        var numbers = Numbers(Desk.Parsed(await desk.Send(new CompareEngagement(id))), "").ToList();

        var engagement = await desk.Db(db => db.ReadEngagement(id, TestContext.Current.CancellationToken));
        var comparison = engagement.Compare(traced: true);

        var faults = new List<string>();
        foreach (var (pointer, shown) in numbers)
        {
            Assert.True(FigureLookup.TryFind(comparison, pointer, out var figure, out var name), pointer);
            var tree = new ExplanationTree(engagement.Sources, comparison.Engagement.Document).Explain(figure, name);
            if (Rounded(tree.Value, Scale(shown)) != shown)
                faults.Add($"{pointer} is {shown}, explained as {tree.Value}");
            faults.AddRange(Leaves(tree).Where(leaf => leaf.Input is not null && Stated(document, leaf.Input) != leaf.Value)
                .Select(leaf => $"{pointer}: {leaf.Name} is {leaf.Value}, but {leaf.Input} is {At(document, leaf.Input!)}"));
            faults.AddRange(Leaves(tree).Where(leaf => leaf.SameAs is { } place && Node(tree, place)?.Value != leaf.Value)
                .Select(leaf => $"{pointer}: {leaf.Name} is not what {leaf.SameAs} explains"));
        }

        Assert.True(numbers.Count > 200, $"{numbers.Count} numbers");
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("social-videos", "/cost/total")]
    [InlineData("social-videos", "/structures/0/expectedFee")]
    [InlineData("brand-platform", "/structures/5/expectedFee")]
    [InlineData("brand-platform", "/value/total")]
    public async Task A_step_of_plain_arithmetic_has_the_value_of_its_parts(string key, string pointer)
    {
        await using var desk = await Desk.Open();

        var tree = (await desk.Send(new ExplainFigure(Desk.Seeded(key), pointer))).Figure;

        var wrong = Nodes(tree).Where(node => node.Parts.Count > 1).Select(node => (Node: node, Value: Recomputed(node))).Where(step => step.Value is not null).ToList();
        Assert.NotEmpty(wrong);
        Assert.Empty(wrong.Where(step => Math.Abs(step.Value!.Value - step.Node.Value) > 1e-6m * Math.Max(1, Math.Abs(step.Node.Value))).Select(step => $"{step.Node.Name} = {step.Node.Formula}: {step.Node.Value}, not {step.Value}"));
    }

    [Fact]
    public async Task An_input_says_which_version_of_what_it_comes_from()
    {
        await using var desk = await Desk.Open();

        var tree = (await desk.Send(new ExplainFigure(Desk.Seeded("user-generated-content"), "/structures/0/expectedFee"))).Figure;

        var sources = Nodes(tree).Where(node => node.Input is not null).ToLookup(node => Kind(node.Input!), node => node.Source);
        Assert.All(sources["unitPrice"], source => Assert.Matches("^(flux|gemini|veo)[^ ]*, version 1: ", source));
        Assert.All(sources["hourlyRate"], source => Assert.StartsWith("STANDARD-2026, version 1: ", source, StringComparison.Ordinal));
        Assert.All(sources["mostLikely"], source => Assert.Contains(", version 1: ", source, StringComparison.Ordinal));
        Assert.All(sources["rate"], source => Assert.Equal("Exchange rate of 2026-11-20", source));
        Assert.All(["unitPrice", "hourlyRate", "mostLikely", "rate"], kind => Assert.NotEmpty(sources[kind]));
    }

    [Fact]
    public async Task An_explanation_keeps_the_version_of_the_price_that_was_used()
    {
        await using var desk = await Desk.Open();
        var id = Desk.Seeded("user-generated-content");
        var price = (await desk.Send(new Application.Features.PriceBook.ListPrices("flux.2-pro", null, null, null, null))).Items[0];
        await desk.Send(new Application.Features.PriceBook.RevisePrice
        {
            Id = price.Id,
            Code = price.Code,
            Vendor = price.Vendor,
            Model = price.Model,
            Modality = price.Modality,
            Unit = price.Unit,
            Price = price.Price + 0.01m,
            Currency = price.Currency,
            ValidFrom = price.ValidFrom,
            Source = price.Source,
            RetrievedOn = price.RetrievedOn,
        });

        var old = (await desk.Send(new ExplainFigure(id, "/cost/ai"))).Figure;
        var copy = (await desk.Send(new ExplainFigure((await desk.Send(new CopyEngagement { Id = id })).Id, "/cost/ai"))).Figure;

        Assert.Contains(Nodes(old), node => node.Source?.StartsWith("flux.2-pro, version 1: ", StringComparison.Ordinal) == true);
        Assert.Contains(Nodes(copy), node => node.Source?.StartsWith("flux.2-pro, version 2: ", StringComparison.Ordinal) == true && node.Value == price.Price + 0.01m);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("cost/total")]
    [InlineData("/cost")]
    [InlineData("/cost/Total")]
    [InlineData("/cost/total/figure")]
    [InlineData("/structures/-1/expectedFee")]
    [InlineData("/structures/0/name")]
    [InlineData("/engagement/document/name")]
    [InlineData("/structures/0/structure/discount")]
    public async Task A_pointer_that_is_no_figure_of_the_answer_is_a_fault_of_of(string pointer)
    {
        await using var desk = await Desk.Open();

        var faults = await desk.Refused(new ExplainFigure(SeedIds.Demo, pointer));

        Assert.Equal(["/of"], faults.Select(fault => fault.Pointer));
    }

    private static IEnumerable<(string Pointer, decimal Shown)> Numbers(JsonNode? node, string at) => node switch
    {
        JsonObject members => members.SelectMany(member => Numbers(member.Value, $"{at}/{member.Key}")),
        JsonArray entries => entries.SelectMany((entry, i) => Numbers(entry, $"{at}/{i}")),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => [(at, value.GetValue<decimal>())],
        _ => [],
    };

    private static IEnumerable<ExplainedFigure> Nodes(ExplainedFigure node) => node.Parts.SelectMany(Nodes).Prepend(node);

    private static IEnumerable<ExplainedFigure> Leaves(ExplainedFigure tree) => Nodes(tree).Where(node => node.Parts.Count == 0);

    private static ExplainedFigure? Node(ExplainedFigure tree, string pointer) => pointer.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Where(token => token != "parts").Aggregate<string, ExplainedFigure?>(tree, (node, token) => node?.Parts.ElementAtOrDefault(int.Parse(token, CultureInfo.InvariantCulture)));

    private static string Kind(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..];

    private static decimal? At(JsonNode document, string pointer)
    {
        var node = (JsonNode?)document;
        foreach (var token in pointer.Split('/')[1..])
            node = node is JsonArray list ? list[int.Parse(token, CultureInfo.InvariantCulture)] : node?[token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        return node is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;
    }

    // What a document may leave out counts as zero; what it states in more than twelve decimals is shown in twelve.
    private static decimal Stated(JsonNode document, string pointer) => Rounded(At(document, pointer) ?? 0, 12);

    private static int Scale(decimal number) => number.Scale;

#pragma warning disable RS0030 // The test rounds by another route than the code.
    private static decimal Rounded(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.ToEven);
#pragma warning restore RS0030

    // Only formulas that are names joined by one operation; anything else is another test's.
    private static decimal? Recomputed(ExplainedFigure node)
    {
        foreach (var (sign, fold) in new (string, Func<decimal, decimal, decimal>)[] { (" + ", (a, b) => a + b), (" × ", (a, b) => a * b), (" − ", (a, b) => a - b), (" ÷ ", (a, b) => a / b) })
        {
            var names = node.Formula?.Split(sign) ?? [];
            if (names.Length == node.Parts.Count && names.SequenceEqual(node.Parts.Select(part => part.Name)))
                return node.Parts.Skip(1).Aggregate(node.Parts[0].Value, (total, part) => fold(total, part.Value));
        }

        return null;
    }
}
