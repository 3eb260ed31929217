using BenchmarkDotNet.Running;
using Pricing.Benchmarks;

// "load" measures requests per second over HTTP, "simulation" trials per second, "analyses" each kind on the largest
// document, "print" milliseconds for each page of a long proposal; everything else is BenchmarkDotNet's.
if (args is ["load", ..])
    await LoadRun.Run();
else if (args is ["analyses"])
    await AnalysesRun.Run();
else if (args is ["print"])
    PrintRun.Run();
else if (args is ["simulation", .. var rest])
    SimulationRun.Run(rest);
else
    BenchmarkSwitcher.FromAssembly(typeof(LoadRun).Assembly).Run(args);
