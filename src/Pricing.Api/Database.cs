using Microsoft.AspNetCore.DataProtection;
using Pricing.Application.Persistence;

namespace Pricing.Api;

/// <summary>Where the data lie.</summary>
internal static class Database
{
    /// <summary>The configured database, or a file in the folder from which the service was started.</summary>
    public static DatabaseConnection Connection(IConfiguration configuration) => DatabaseConnection.From(configuration.GetConnectionString("Pricing") ?? "Data Source=data/pricing.db");

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

    /// <summary>Where keys lie: in the configured folder, or beside the database file.</summary>
    /// <exception cref="InvalidOperationException">There is no file, and no folder is configured.</exception>
    public static string KeyFolder(IConfiguration configuration) => configuration["KeyRing:Folder"]
        ?? (Connection(configuration).File is { } file
            ? Path.Combine(Path.GetDirectoryName(file)!, "keys")
            : throw new InvalidOperationException("KeyRing:Folder is needed with PostgreSQL: the folder of the keys, the same for all nodes of the service, backed up apart from the database."));
}
