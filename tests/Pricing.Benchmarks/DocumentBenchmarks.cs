using BenchmarkDotNet.Attributes;
using Pricing.Application.Contract;
using Pricing.Documents;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Proposals;

namespace Pricing.Benchmarks;

/// <summary>The proposal and the workbook of case a.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private static readonly ProposalIdentity Identity = new()
    {
        Agency = "Agency",
        Number = "2026-1",
        Version = 1,
        Date = new(2026, 11, 25),
        ValidUntil = new(2026, 12, 23),
    };

    private static readonly WorkbookIdentity Workbook = new() { Title = "Case a", Agency = "Agency", CreatedAt = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero) };

    private Comparison comparison = null!;
    private ClientProposal proposal = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var document = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "case-a.json"));
        comparison = Comparison.Of(ResolvedEngagement.From(EngagementReader.Read(document).Engagement!));
        proposal = ProposalDraft.From(comparison, new([3, 7, 1], 7));
    }

    [Benchmark(Baseline = true)]
    public int ProposalPdf() => Documents.Pdf.Proposal.ProposalPdf.Render(proposal, Identity, DocumentLanguage.De).Length;

    [Benchmark]
    public int EngagementWorkbook() => Documents.Workbook.EngagementWorkbook.Render(comparison, Workbook, DocumentLanguage.De).Length;
}
