using System.Diagnostics;

namespace Pricing.Api.Tests.Samples;

/// <summary>Programs of the folder samples, generated, built and run as integrators do it.</summary>
internal static class SampleProgram
{
    /// <summary>What a command says; it must succeed.</summary>
    public static async Task<string> Run(string folder, string command, params string[] arguments)
    {
        var (status, said) = await Try(folder, command, arguments);
        Assert.True(status == 0, $"{command} {string.Join(' ', arguments)}\n{said}");
        return said;
    }

    /// <summary>Status of a command, not 0 where it is not there, and what it says.</summary>
    public static async Task<(int Status, string Said)> Try(string folder, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Repository.PathOf("tests", "clients", folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, said + await errors);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }
}
