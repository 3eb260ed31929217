using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Pricing.Application.Persistence;

/// <summary>Where the data lie: in an SQLite file, or in a PostgreSQL database that several nodes may share.</summary>
public sealed record DatabaseConnection
{
    private const int Patience = 5;   // seconds; a locked database is told to the caller, not waited for

    private DatabaseConnection(string text, string? file, string place) => (Text, File, Place) = (text, file, place);

    /// <summary>The connection string.</summary>
    public string Text { get; }

    /// <summary>The SQLite file; null for PostgreSQL.</summary>
    public string? File { get; }

    /// <summary>Kind and place, without a password.</summary>
    public string Place { get; }

    /// <summary>The database that a connection string names: <c>Data Source=…</c> is an SQLite file, <c>Host=…</c> a PostgreSQL server.</summary>
    /// <exception cref="InvalidOperationException">It names none, or holds a word that the database does not know.</exception>
    public static DatabaseConnection From(string text)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = text };
            if (words.ContainsKey("Data Source") || words.ContainsKey("DataSource") || words.ContainsKey("Filename"))
                return Sqlite(new(text));
            if (words.ContainsKey("Host") || words.ContainsKey("Server"))
                return Postgres(new(text));
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new InvalidOperationException($"The connection string cannot be read: {e.Message} {Forms}");
        }

        throw new InvalidOperationException($"The connection string names no database. {Forms}");
    }

    private const string Forms = "Write Data Source=<file> for SQLite, or Host=<server>;Database=<name>;Username=<role>;Password=<password> for PostgreSQL.";

    private static DatabaseConnection Sqlite(SqliteConnectionStringBuilder words)
    {
        if (!words.ContainsKey("Default Timeout") || words.DefaultTimeout == 30)
            words.DefaultTimeout = Patience;
        var file = Path.GetFullPath(words.DataSource);
        return new(words.ToString(), file, $"SQLite at {file}");
    }

    private static DatabaseConnection Postgres(NpgsqlConnectionStringBuilder words)
    {
        if (string.IsNullOrEmpty(words.Host) || string.IsNullOrEmpty(words.Database))
            throw new ArgumentException("Host and Database are needed.");
        if (!words.ContainsKey("Timeout"))
            words.Timeout = Patience;
        words.Options ??= string.Create(CultureInfo.InvariantCulture, $"-c lock_timeout={Patience}s");
        words.ApplicationName ??= "Pricing";
        return new(words.ToString(), null, string.Create(CultureInfo.InvariantCulture, $"PostgreSQL at {words.Host}:{words.Port}/{words.Database}"));
    }
}
