namespace Pricing;

/// <summary>How much a test of a goal of docs/gates.md does: little in every run, the goal's own figure with <c>PRICING_GATE=1</c>, or what <c>GATE_&lt;goal&gt;</c> says.</summary>
internal static class GateSize
{
    private static readonly Lock Writing = new();

    public static bool IsGate => Environment.GetEnvironmentVariable("PRICING_GATE") == "1";

    public static int Of(string goal, int ci, int gate) =>
        int.TryParse(Environment.GetEnvironmentVariable($"GATE_{goal}"), out var own) ? own : IsGate ? gate : ci;

    /// <summary>Tells what a test of a goal has measured; <c>.ci/gate</c> prints it.</summary>
    public static void Measured(string goal, FormattableString figure)
    {
        if (Environment.GetEnvironmentVariable("GATE_FIGURES") is not { Length: > 0 } file)
            return;
        lock (Writing)
            File.AppendAllText(file, $"{goal}\t{FormattableString.Invariant(figure)}\n");
    }
}
