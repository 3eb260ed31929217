using System.Diagnostics;
using System.Globalization;
using Pricing.Model.Comparisons;
using Pricing.Model.Simulations;

namespace Pricing.Benchmarks;

/// <summary>Trials per second of the simulation on one core and on two, beside a plain loop and beside C, in turn.</summary>
/// <remarks>On one core it compares time of the processor, so that what else the machine does counts for nobody.</remarks>
internal static class SimulationRun
{
    private const int Rounds = 5, WarmUps = 10;

    public static void Run(string[] args)
    {
        var trials = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var comparison = SimulationJob.Comparison();
        var parameters = SimulationJob.Parameters(trials);
        var folder = Directory.CreateTempSubdirectory("pricing-simulation");
        try
        {
            var c = CProgram.Build(folder, SimulationJob.Text(comparison, parameters), parameters);
            for (var i = 0; i < WarmUps; i++)
                Simulation.Run(comparison, parameters with { Trials = 500_000 });
            Compare(comparison, parameters, c);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Compare(Comparison comparison, SimulationParameters parameters, CProgram? c)
    {
        var scalar = new ScalarSimulation(new(comparison, parameters with { Trials = parameters.Trials / 10 }), parameters.Trials / 10, (double)comparison.Engagement.Document.Agency.RiskTolerance);
        var (toC, scaling) = (new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            var one = Measure(() => Simulation.Run(comparison, parameters with { Threads = 1 }), parameters.Trials);
            var ofC = c?.Run();
            var two = Measure(() => Simulation.Run(comparison, parameters with { Threads = 2 }), parameters.Trials);
            var plain = Measure(() => scalar.Run(parameters.Seed), parameters.Trials / 10);
            Console.WriteLine(Text($"round {round}: one core {one.OfProcessor:N2}, two {two.OfClock:N2} ({one.OfClock:N2} alone), plain loop {plain.OfProcessor:N2}, C {ofC?.OfProcessor:N2} million trials a second; {one.Allocated:N1} MB allocated"));
            scaling.Add(two.OfClock / one.OfClock);
            if (ofC is not null)
                toC.Add(one.OfProcessor / ofC.OfProcessor);
        }

        Console.WriteLine(Text($"two cores / one core: median {Median(scaling):N2}, best {scaling.Max():N2} (goal: at least 1.8)"));
        if (c is null)
            return;
        Console.WriteLine(Text($"simulation / C: median {Median(toC):N2} (goal: at least 0.95)"));
        Console.WriteLine(Text($"largest relative difference between figures of the two: {Difference(Simulation.Run(comparison, parameters), c.Figures):E1}"));
    }

    private static double Difference(SimulationResult result, IReadOnlyList<double[]> figures)
    {
        var sides = result.Structures.Where(structure => structure.Feasible).SelectMany(structure => new[] { structure.Agency!, structure.Client! });
        return sides.Zip(figures).Max(pair => Ours(pair.First).Zip(pair.Second).Max(figure => Math.Abs(figure.First - figure.Second) / Math.Max(1, Math.Abs(figure.First))));

        double[] Ours(SimulatedSide side) =>
        [
            side.Statistics.Mean, side.Statistics.StandardDeviation, side.ValueAtRisk, side.ConditionalValueAtRisk, side.CertaintyEquivalentExponential, side.LossProbability * result.Trials,
        ];
    }

    private static Speed Measure(Action job, int trials)
    {
        var (allocated, processor, clock) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        job();
        var (wall, used) = (clock.Elapsed, Environment.CpuUsage.TotalTime - processor);
        return new(trials / used.TotalSeconds / 1e6, trials / wall.TotalSeconds / 1e6, (GC.GetTotalAllocatedBytes() - allocated) / 1e6);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Millions of trials a second, by the processor's time and by the clock.</summary>
internal sealed record Speed(double OfProcessor, double OfClock, double Allocated);

/// <summary>The same job in C.</summary>
internal sealed class CProgram
{
    private readonly string file, plan;
    private readonly SimulationParameters parameters;

    private CProgram(string file, string plan, SimulationParameters parameters) => (this.file, this.plan, this.parameters) = (file, plan, parameters);

    /// <summary>Its figures of each series.</summary>
    public IReadOnlyList<double[]> Figures { get; private set; } = [];

    /// <summary>Compiles it; null where there is no compiler.</summary>
    public static CProgram? Build(DirectoryInfo folder, string plan, SimulationParameters parameters)
    {
        var (source, program, text) = (Path.Combine(AppContext.BaseDirectory, "simulation.c"), Path.Combine(folder.FullName, "simulation"), Path.Combine(folder.FullName, "plan.txt"));
        File.WriteAllText(text, plan);
        try
        {
            Output("cc", "-O3", "-march=native", "-o", program, source, "-lm");
            return new(program, text, parameters);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("No comparison with C: there is no compiler called cc.");
            return null;
        }
    }

    /// <summary>Runs it.</summary>
    public Speed Run()
    {
        var lines = Output(file, plan, Number(parameters.Trials), Number(parameters.Seed), "1").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Figures = [.. lines.Where(line => line.StartsWith("series", StringComparison.Ordinal)).Select(line => line.Split(' ')[2..].Select(Parse).ToArray())];
        var seconds = lines[0].Split(' ')[1..].Select(Parse).ToArray();
        return new(parameters.Trials / seconds[1] / 1e6, parameters.Trials / seconds[0] / 1e6, 0);
    }

    private static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static string Number<T>(T number) where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
