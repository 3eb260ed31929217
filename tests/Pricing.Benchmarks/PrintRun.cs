using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Pricing.Application.Contract;
using Pricing.Documents;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook.Client;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Benchmarks;

/// <summary>Milliseconds for each page of a proposal of 500 lines in each option, and the memory it takes.</summary>
internal static partial class PrintRun
{
    private const int Lines = 500, Rounds = 15;

    private static readonly ProposalIdentity Identity = new() { Agency = "Agency", Number = "2026-1", Version = 1, Date = new(2026, 11, 25), ValidUntil = new(2026, 12, 23) };

    public static void Run()
    {
        var document = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "case-a.json"));
        var comparison = Comparison.Of(ResolvedEngagement.From(EngagementReader.Read(document).Engagement!));
        var split = Enumerable.Range(0, Lines).Select(i => new PriceShare((Phase)(i % 3), $"Line {i}", 1m / Lines, 1, "piece", null)).ToArray();
        Measure("three options of 500 lines", ProposalDraft.From([.. new[] { 3, 7, 1 }.Select(i => new ProposedOption(comparison, i) { Split = split, IsRecommended = i == 7 })], null));
        Measure("preview", ProposalDraft.From(comparison, new([3, 7, 1], 7)));
        Console.WriteLine($"most memory of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB");
    }

    private static void Measure(string name, ClientProposal proposal)
    {
        var file = ProposalPdf.Render(proposal, Identity, DocumentLanguage.De);
        var pages = PageObject().Count(Encoding.Latin1.GetString(file));
        var (pdf, allocated) = Median(() => ProposalPdf.Render(proposal, Identity, DocumentLanguage.De));
        var (workbook, _) = Median(() => ClientWorkbook.Render(proposal, Identity, DocumentLanguage.De));
        Console.WriteLine($"{name}: {pages} pages, {file.Length / 1024} KB, {pdf:F1} ms, {pdf / pages:F2} ms a page, {allocated / 1024 / 1024} MB allocated; workbook {workbook:F1} ms");
    }

    private static (double Milliseconds, long Allocated) Median(Func<byte[]> render)
    {
        var times = new double[Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            render();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[Rounds / 2], (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds);
    }

    [GeneratedRegex("/Type/Page/")]
    private static partial Regex PageObject();
}
