using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
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

/// <summary>Milliseconds for each page of a proposal of 500 lines in each option, and the memory it takes; then a short proposal beside a quotation of Tryton.</summary>
internal static partial class PrintRun
{
    private const int Lines = 500, Rounds = 15;

    // As many lines as make Tryton print six pages.
    private const int LinesOfTryton = 85, RoundsOfTryton = 5;

    private static readonly ProposalIdentity Identity = new() { Agency = "Agency", Number = "2026-1", Version = 1, Date = new(2026, 11, 25), ValidUntil = new(2026, 12, 23) };

    public static void Run()
    {
        var document = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "case-a.json"));
        var comparison = Comparison.Of(ResolvedEngagement.From(EngagementReader.Read(document).Engagement!));
        var split = Enumerable.Range(0, Lines).Select(i => new PriceShare((Phase)(i % 3), $"Line {i}", 1m / Lines, 1, "piece", null)).ToArray();
        Measure("three options of 500 lines", ProposalDraft.From([.. new[] { 3, 7, 1 }.Select(i => new ProposedOption(comparison, i) { Split = split, IsRecommended = i == 7 })], null));
        Measure("preview", ProposalDraft.From(comparison, new([3, 7, 1], 7)));
        var ours = Measure("one option", ProposalDraft.From([new ProposedOption(comparison, 7) { IsRecommended = true }], null), ProposalDetail.Summary);
        Console.WriteLine($"most memory of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB");
        if (Tryton() is { } theirs)
            Console.WriteLine($"Tryton, quotation to PDF: {theirs.Pages} pages, {theirs.Milliseconds:F1} ms, {theirs.Milliseconds / theirs.Pages:F2} ms a page; {theirs.Milliseconds / ours:F0} times the proposal of one option");
        else
            Console.WriteLine("Tryton is not compared: it needs tryton-server, tryton-modules-sale and libreoffice-writer-nogui of the distribution.");
    }

    private static double Measure(string name, ClientProposal proposal, ProposalDetail detail = ProposalDetail.Lines)
    {
        var file = ProposalPdf.Render(proposal, Identity, DocumentLanguage.De, detail);
        var pages = Pages(file);
        var (pdf, allocated) = Median(() => ProposalPdf.Render(proposal, Identity, DocumentLanguage.De, detail));
        var (workbook, _) = Median(() => ClientWorkbook.Render(proposal, Identity, DocumentLanguage.De));
        Console.WriteLine($"{name}: {pages} pages, {file.Length / 1024} KB, {pdf:F1} ms, {pdf / pages:F2} ms a page, {allocated / 1024 / 1024} MB allocated; workbook {workbook:F1} ms");
        return pdf;
    }

    private static (int Pages, double Milliseconds)? Tryton()
    {
        var file = Path.GetTempFileName();
        try
        {
            var script = Path.Combine(AppContext.BaseDirectory, "quotation.py");
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-W", "ignore", script, $"{LinesOfTryton}", $"{RoundsOfTryton}", file])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var said = MedianOfTryton().Match(process.StandardOutput.ReadToEnd());
            process.WaitForExit();
            return said.Success ? (Pages(File.ReadAllBytes(file)), double.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture)) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Pages(byte[] file) => PageObject().Count(Encoding.Latin1.GetString(file));

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

    [GeneratedRegex("/Type ?/Page/")]
    private static partial Regex PageObject();

    [GeneratedRegex("median ([0-9.]+)")]
    private static partial Regex MedianOfTryton();
}
