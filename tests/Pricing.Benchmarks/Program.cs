using BenchmarkDotNet.Running;
using Pricing.Benchmarks;

// "load" measures requests per second over HTTP; everything else is BenchmarkDotNet's.
if (args is ["load", ..])
    await LoadRun.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(LoadRun).Assembly).Run(args);
