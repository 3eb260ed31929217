using BenchmarkDotNet.Attributes;
using Pricing.Application.Contract;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;

namespace Pricing.Benchmarks;

/// <summary>The main job without HTTP: read, compare, write; and what explanations cost.</summary>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private byte[] document = [];
    private Engagement engagement = null!;
    private Comparison comparison = null!;

    [Params("case-a", "largest")]
    public string Document { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        document = Document == "largest" ? LargestDocument.Text() : File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", $"{Document}.json"));
        engagement = EngagementReader.Read(document).Engagement!;
        comparison = Compare();
    }

    [Benchmark(Baseline = true)]
    public Comparison Compare() => Comparison.Of(ResolvedEngagement.From(engagement));

    [Benchmark]
    public Comparison CompareWithExplanations() => Comparison.Of(ResolvedEngagement.From(engagement, traced: true));

    [Benchmark]
    public Engagement? Read() => EngagementReader.Read(document).Engagement;

    [Benchmark]
    public int Write() => ComparisonWriter.Write(comparison).Length;

    [Benchmark]
    public int Whole() => ComparisonWriter.Write(Comparison.Of(ResolvedEngagement.From(EngagementReader.Read(document).Engagement!))).Length;
}
