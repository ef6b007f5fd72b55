using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Extract.Store;

/// <summary>The store cannot be used as it is: another program's file, or a schema this version does not know.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and what caused it.</summary>
    public StoreException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>For serialisers.</summary>
    public StoreException()
    {
    }
}

/// <summary>The numbered scripts that make the schema, applied once each and never changed afterwards.</summary>
internal sealed record SchemaScript(int Number, string Name, string Sql)
{
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The scripts of this program in order.</summary>
    public static IReadOnlyList<SchemaScript> All { get; } = Resources.Read("Schema")
        .Select(r => new SchemaScript(int.Parse(r.Name[..4], System.Globalization.CultureInfo.InvariantCulture), r.Name, r.Text))
        .OrderBy(s => s.Number)
        .ToArray();

    /// <summary>Applies what is missing, in one transaction; refuses a store whose applied scripts differ from this program's.</summary>
    public static void Apply(SqliteConnection connection, IReadOnlyList<SchemaScript> scripts)
    {
        // BEGIN IMMEDIATE: of several processes that open a new file at once, one makes the schema and the others find it made.
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(
            "create table if not exists schema_version (number integer primary key, name text not null, sha256 text not null)", transaction: transaction);
        var applied = connection.Query<(long Number, string Name, string Sha256)>("select number, name, sha256 from schema_version", transaction: transaction)
            .ToDictionary(row => row.Number);
        foreach (var script in scripts)
        {
            if (applied.Remove(script.Number, out var row))
            {
                if (row.Sha256 != script.Sha256)
                    throw new StoreException($"schema script {script.Name} was changed after it had been applied to this store (applied {row.Sha256[..12]}, now {script.Sha256[..12]})");
                continue;
            }
            connection.Execute(script.Sql, transaction: transaction);
            connection.Execute(
                "insert into schema_version (number, name, sha256) values (@Number, @Name, @Sha256)",
                new { script.Number, script.Name, script.Sha256 },
                transaction);
        }
        if (applied.Count > 0)
            throw new StoreException($"the store was made by a newer version: it holds schema script {applied.Values.Max(r => r.Number)}, this program knows {scripts.Count}");
        transaction.Commit();
    }
}
