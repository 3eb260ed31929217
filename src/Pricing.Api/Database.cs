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
}
