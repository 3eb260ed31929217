using Pricing.Application;

namespace Pricing.Api;

/// <summary>What the service does instead of serving, when its command line says so.</summary>
internal static class Commands
{
    private const string SetupCode = "setup-code", VerifyAudit = "verify-audit", Migrate = "migrate";

    /// <summary>The command line without the command.</summary>
    public static string[] ArgumentsOf(string[] args) => [.. args.Where(arg => arg is not (SetupCode or VerifyAudit or Migrate))];

    /// <summary>Runs the command, where there is one.</summary>
    /// <returns>The exit code; null where the service is to serve.</returns>
    public static async Task<int?> RunCommand(this WebApplication app, string[] args)
    {
        if (args.Contains(SetupCode))
        {
            await app.PrintSetupCode(always: true);
            return 0;
        }

        if (args.Contains(Migrate))
            return 0;   // every start does it, this one does nothing else
        return args.Contains(VerifyAudit) ? await Verify(app.Services) : null;
    }

    private static async Task<int> Verify(IServiceProvider services)
    {
        var isIntact = true;
        foreach (var (agency, verification) in await services.VerifyEveryAudit())
        {
            isIntact &= verification.Intact;
            await Console.Out.WriteLineAsync(verification.Fault is { } fault
                ? $"{agency}: BROKEN at entry {fault.Sequence}: {fault.What}"
                : $"{agency}: intact, {verification.Entries} entries, head {verification.Head?.Hash ?? "none"}");
        }

        return isIntact ? 0 : 1;
    }
}
