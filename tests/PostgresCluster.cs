using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Pricing;

/// <summary>A PostgreSQL server of the test run's own, made with the programs of the distribution. Where they are absent the tests that need it are skipped.</summary>
internal sealed class PostgresCluster
{
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
        : null;

    // Tests of the service's own manners need no disk; a server that is killed keeps what the operating system has.
    private static readonly Lazy<Task<PostgresCluster>> OfTheRun = new(() => Make("-c fsync=off -c full_page_writes=off"));

    private readonly string folder, options;
    private readonly int port;

    private PostgresCluster(string folder, int port, string options) => (this.folder, this.port, this.options) = (folder, port, options);

    /// <summary>The one server that all tests of the run share.</summary>
    public static Task<PostgresCluster> Shared()
    {
        Assert.SkipUnless(Programs is not null, "PostgreSQL is not installed; .ci/install-test-programs does it.");
        return OfTheRun.Value;
    }

    /// <summary>A server for one test, which may stop it; it writes through to the disk, as it is installed.</summary>
    public static Task<PostgresCluster> Own()
    {
        Assert.SkipUnless(Programs is not null, "PostgreSQL is not installed; .ci/install-test-programs does it.");
        return Make("");
    }

    public string ConnectionTo(string database) => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database={database};Username=postgres");

    /// <summary>Makes a database, empty or a copy of another one to which nobody is connected.</summary>
    public async Task<string> NewDatabase(string? copyOf = null)
    {
        var name = $"t{Guid.NewGuid():N}";
        await Execute("postgres", copyOf is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {copyOf} STRATEGY FILE_COPY");
        return name;
    }

    public Task Drop(string database) => Execute("postgres", $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    public async Task<T> Scalar<T>(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionTo(database)};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };   // against hangs; a gate's tables are long
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionTo(database)};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>All rows of all tables as text.</summary>
    public async Task<string> Dump(string database)
    {
        var text = new System.Text.StringBuilder();
        var tables = await Scalar<string[]>(database, "SELECT array_agg(quote_ident(table_name)) FROM information_schema.tables WHERE table_schema = 'public'");
        foreach (var table in tables)
            text.AppendLine(await Scalar<string>(database, $"SELECT coalesce(string_agg(row::text, E'\n'), '') FROM {table} row"));
        return text.Append(await Scalar<string>(database, "SELECT coalesce(string_agg(convert_from(\"Body\", 'UTF8'), ''), '') FROM \"Events\"")).ToString();   // rows show bytes as hexadecimal digits
    }

    public Task Start() => Run(
        "pg_ctl", "start", "-s", "-w", "-D", folder, "-l", Path.Combine(folder, "log"),
        "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=300 {options}"));

    /// <summary>Ends the server as a power cut does: nothing is finished, and the next start recovers.</summary>
    public Task Kill() => Run("pg_ctl", "stop", "-s", "-w", "-m", "immediate", "-D", folder);

    public async Task Remove()
    {
        await Kill();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<PostgresCluster> Make(string options)
    {
        var folder = Directory.CreateTempSubdirectory("pricing-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
            await Wait(Process.Start("chown", ["postgres", folder]));
        await Run("initdb", "-D", folder, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var cluster = new PostgresCluster(folder, FreePort(), options);
        await cluster.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (Directory.Exists(folder))
                cluster.Remove().Wait();
        };
        return cluster;
    }

    // The server refuses to run as root.
    private static Task Run(string program, params string[] arguments)
    {
        var file = Path.Combine(Programs!, program);
        var start = Environment.IsPrivilegedProcess ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", file, .. arguments]) : new ProcessStartInfo(file, arguments);
        start.RedirectStandardOutput = program == "initdb";   // what the server inherits it would hold open
        start.WorkingDirectory = "/";
        return Wait(Process.Start(start)!);
    }

    private static async Task Wait(Process process)
    {
        using (process)
        {
            if (process.StartInfo.RedirectStandardOutput)
                await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
