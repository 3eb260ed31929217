using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace Pricing.Api;

/// <summary>Where the data lie.</summary>
internal static class Database
{
    /// <summary>The configured connection, or a file in the folder from which the service was started.</summary>
    public static string ConnectionString(IConfiguration configuration)
    {
        var configured = configuration.GetConnectionString("Pricing") ?? "Data Source=data/pricing.db";
        var connection = new SqliteConnectionStringBuilder(configured);
        if (!connection.ContainsKey("Default Timeout") || connection.DefaultTimeout == 30)
            connection.DefaultTimeout = 5;   // a locked database is told to the caller, not waited for
        return connection.ToString();
    }

    /// <summary>
    /// Keeps the keys that encrypt stored secrets outside the database, so that a stolen copy of it tells none: in the configured folder, or beside the file.
    /// </summary>
    public static void AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = Directory.CreateDirectory(KeyFolder(configuration));
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        services.AddDataProtection().SetApplicationName("Pricing").PersistKeysToFileSystem(folder);
    }

    /// <summary>Where keys lie: in the configured folder, or beside the database.</summary>
    public static string KeyFolder(IConfiguration configuration) => configuration["KeyRing:Folder"]
        ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString(configuration)).DataSource))!, "keys");
}
