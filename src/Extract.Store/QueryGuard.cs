using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Extract.Store;

/// <summary>Lets a connection read the store and nothing else: no writing, no attaching of other files, no settings, for a limited time.</summary>
internal static class QueryGuard
{
    /// <summary>Between two looks at the clock: virtual machine instructions of SQLite, about a millisecond's worth.</summary>
    private const int InstructionsBetweenLooks = 100_000;

    /// <summary>The pragmas that only describe the schema.</summary>
    private static readonly HashSet<string> Describing = new(StringComparer.OrdinalIgnoreCase)
    {
        "table_info", "table_xinfo", "index_list", "index_info", "foreign_key_list",
    };

    /// <summary>Set on a connection until it is closed; a statement that runs beyond <paramref name="limit"/> is interrupted.</summary>
    public static void Set(SqliteConnection connection, TimeSpan limit)
    {
        raw.sqlite3_set_authorizer(connection.Handle, Authorize, null);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        raw.sqlite3_progress_handler(connection.Handle, InstructionsBetweenLooks, _ => clock.Elapsed > limit ? 1 : 0, null);
    }

    private static int Authorize(object user, int action, utf8z first, utf8z second, utf8z database, utf8z inner) => action switch
    {
        raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_RECURSIVE => raw.SQLITE_OK,
        raw.SQLITE_FUNCTION => string.Equals(second.utf8_to_string(), "load_extension", StringComparison.OrdinalIgnoreCase) ? raw.SQLITE_DENY : raw.SQLITE_OK,
        raw.SQLITE_PRAGMA => Describing.Contains(first.utf8_to_string() ?? "") ? raw.SQLITE_OK : raw.SQLITE_DENY,
        _ => raw.SQLITE_DENY,
    };
}
