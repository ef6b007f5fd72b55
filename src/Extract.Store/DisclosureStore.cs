using Dapper;
using Extract.Checks;
using Extract.Diagnostics;
using Extract.Records;
using Extract.Text;
using Microsoft.Data.Sqlite;

namespace Extract.Store;

/// <summary>
/// The store, open for writing. One document becomes visible in one transaction or not at all; the same bytes read by the same
/// version change no row; several processes may write at once.
/// </summary>
public sealed class DisclosureStore : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Func<Finding, FindingSentences> sentences;

    private DisclosureStore(SqliteConnection connection, Func<Finding, FindingSentences> sentences)
    {
        this.connection = connection;
        this.sentences = sentences;
    }

    /// <summary>Opens the file, makes it where there is none, and brings its schema up to this version.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sentences">Puts a finding into words.</param>
    /// <exception cref="StoreException">The file is no store, cannot be written, or has a schema this version does not know.</exception>
    public static DisclosureStore Open(string path, Func<Finding, FindingSentences> sentences)
    {
        SqliteConnection? opened = null;
        try
        {
            opened = Connections.OpenForWriting(path);
            SchemaScript.Apply(opened, SchemaScript.All);
            return new DisclosureStore(opened, sentences);
        }
        catch (SqliteException trouble)
        {
            opened?.Dispose();
            throw new StoreException($"{path}: {trouble.Message}", trouble);
        }
        catch (StoreException)
        {
            opened?.Dispose();
            throw;
        }
    }

    /// <summary>True where these bytes were read by this version, without failure, and are known at this path: nothing is left to do.</summary>
    public bool IsCurrent(string path, string sha256, string readerVersion) => connection.ExecuteScalar<bool>(
        """
        select exists (
          select 1 from document d join document_file f on f.document_id = d.id
          where d.sha256 = @sha256 and d.reader_version = @readerVersion and d.status <> 'failed' and f.path = @path)
        """,
        new { path, sha256, readerVersion });

    /// <summary>The status kept for these bytes (read, partial, needs_ocr, failed); null where they are not known.</summary>
    public string? StatusOf(string sha256) =>
        connection.ExecuteScalar<string?>("select status from document where sha256 = @sha256", new { sha256 });

    /// <summary>The ordered digest of documents, facts and findings: the same for any order of ingesting and any number of workers.</summary>
    public string Digest() => connection.ExecuteScalar<string>(SavedQuery.Named("digest")!.Sql, commandTimeout: 0)!;

    /// <summary>Takes one file in, in one transaction, and says what became of it.</summary>
    public Outcome Put(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        using var transaction = connection.BeginTransaction(deferred: false);
        var outcome = submission switch
        {
            ReadSubmission read => Put(read, transaction),
            FailedSubmission { Sha256: not null } failed => Put(failed, failed.Sha256, transaction),
            FailedSubmission failed => PutUnreadable(failed, transaction),
            _ => throw new NotSupportedException(submission.GetType().Name),
        };
        transaction.Commit();
        return outcome;
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private Outcome Put(ReadSubmission read, SqliteTransaction transaction)
    {
        var document = read.Disclosure.Document;
        var known = Known(document.Sha256, transaction);
        var replaced = PointPathAt(read, document.Sha256, transaction);
        var status = StatusOf(read.Disclosure);
        if (known is { } same && same.ReaderVersion == read.ReaderVersion && same.Status != "failed")
        {
            AddPath(read, same.Id, transaction);
            DropOrphan(replaced, read.Path, document.Sha256, transaction);
            return replaced is null ? Outcome.Unchanged : Outcome.Changed;
        }
        var id = InsertDocument(read, status, known?.Id, transaction);
        new DocumentRows(connection, transaction, id, document.Sha256).Write(read.Disclosure, read.Report, sentences);
        AddPath(read, id, transaction);
        DropOrphan(replaced, read.Path, document.Sha256, transaction);
        if (status == "needs_ocr") return Outcome.NeedsOcr;
        return known is null && replaced is null ? Outcome.New : Outcome.Changed;
    }

    private Outcome Put(FailedSubmission failed, string sha256, SqliteTransaction transaction)
    {
        var known = connection.QueryFirstOrDefault<(long Id, string ReaderVersion, string Status, string Stage, string Code, string Chinese, string English)?>(
            "select id, reader_version, status, failed_stage, failed_code, failed_zh, failed_en from document where sha256 = @sha256", new { sha256 }, transaction);
        var replaced = PointPathAt(failed, sha256, transaction);
        var same = known is { } row && row.ReaderVersion == failed.ReaderVersion && row.Status == "failed"
            && new Failure(row.Stage, row.Code, row.Chinese, row.English) == failed.Failure;
        var id = known?.Id ?? 0;
        if (!same)
        {
            var paths = ClearKeepingPaths(known?.Id, transaction);
            id = connection.ExecuteScalar<long>(
                """
                insert into document (id, sha256, file, status, format, kind, title, region, unit, sheets, text_layer, reader_version,
                                      failed_stage, failed_code, failed_zh, failed_en)
                values (@Id, @Sha256, @File, 'failed', @Format, 'unknown', '', '', '', 0, 'none', @ReaderVersion, @Stage, @Code, @Chinese, @English)
                returning id
                """,
                new
                {
                    Id = known?.Id,
                    Sha256 = sha256,
                    failed.File,
                    failed.Format,
                    failed.ReaderVersion,
                    failed.Failure.Stage,
                    failed.Failure.Code,
                    failed.Failure.Chinese,
                    failed.Failure.English,
                },
                transaction);
            RestorePaths(paths, id, transaction);
        }
        AddPath(failed, id, transaction);
        DropOrphan(replaced, failed.Path, sha256, transaction);
        return Outcome.Failed;
    }

    /// <summary>No bytes were seen: what stood at the path before stays, since nothing says that it changed.</summary>
    private Outcome PutUnreadable(FailedSubmission failed, SqliteTransaction transaction)
    {
        connection.Execute(
            """
            insert into unreadable_file (path, code, says_zh, says_en, reader_version) values (@Path, @Code, @Chinese, @English, @ReaderVersion)
            on conflict (path) do update
            set code = excluded.code, says_zh = excluded.says_zh, says_en = excluded.says_en, reader_version = excluded.reader_version
            where (code, says_zh, says_en, reader_version) <> (excluded.code, excluded.says_zh, excluded.says_en, excluded.reader_version)
            """,
            new { failed.Path, failed.Failure.Code, failed.Failure.Chinese, failed.Failure.English, failed.ReaderVersion },
            transaction);
        return Outcome.Failed;
    }

    private (long Id, string ReaderVersion, string Status)? Known(string sha256, SqliteTransaction transaction) =>
        connection.QueryFirstOrDefault<(long, string, string)?>(
            "select id, reader_version, status from document where sha256 = @sha256", new { sha256 }, transaction);

    /// <summary>The document of other bytes that the path held before, if any; the path is free after this.</summary>
    private long? PointPathAt(Submission submission, string sha256, SqliteTransaction transaction)
    {
        connection.Execute("delete from unreadable_file where path = @Path", new { submission.Path }, transaction);
        var before = connection.QueryFirstOrDefault<(long Id, string Sha256)?>(
            "select d.id, d.sha256 from document_file f join document d on d.id = f.document_id where f.path = @Path", new { submission.Path }, transaction);
        if (before is not { } old || old.Sha256 == sha256) return null;
        connection.Execute("delete from document_file where path = @Path", new { submission.Path }, transaction);
        return old.Id;
    }

    private void AddPath(Submission submission, long documentId, SqliteTransaction transaction)
    {
        connection.Execute(
            "insert into document_file (path, document_id) values (@Path, @documentId) on conflict (path) do nothing", new { submission.Path, documentId }, transaction);
        connection.Execute(
            "update document set file = @File where id = @documentId and file > @File", new { submission.File, documentId }, transaction);
    }

    /// <summary>A version no path holds any more goes, with all its facts; that it was there is remembered.</summary>
    private void DropOrphan(long? documentId, string path, string replacedBy, SqliteTransaction transaction)
    {
        if (documentId is not { } id) return;
        connection.Execute(
            "insert or replace into replaced_version (path, sha256, replaced_by) select @path, sha256, @replacedBy from document where id = @id",
            new { id, path, replacedBy },
            transaction);
        if (connection.ExecuteScalar<bool>("select exists (select 1 from document_file where document_id = @id)", new { id }, transaction)) return;
        Clear(id, transaction);
    }

    /// <summary>Deletes a document that another reading of the same bytes will follow; answers the paths to restore.</summary>
    private string[] ClearKeepingPaths(long? id, SqliteTransaction transaction)
    {
        if (id is not { } old) return [];
        var paths = connection.Query<string>("select path from document_file where document_id = @old", new { old }, transaction).ToArray();
        Clear(old, transaction);
        return paths;
    }

    private void RestorePaths(string[] paths, long id, SqliteTransaction transaction) => connection.Execute(
        "insert into document_file (path, document_id) values (@path, @id)", paths.Select(path => new { path, id }), transaction);

    /// <summary>Deletes a document, its paths and everything read from it.</summary>
    private void Clear(long id, SqliteTransaction transaction)
    {
        connection.Execute("delete from document where id = @id", new { id }, transaction);
        connection.Execute("delete from filer where id not in (select filer_id from document where filer_id is not null)", transaction: transaction);
    }

    private long InsertDocument(ReadSubmission read, string status, long? replacing, SqliteTransaction transaction)
    {
        var paths = ClearKeepingPaths(replacing, transaction);
        var (document, about) = (read.Disclosure.Document, read.Disclosure.About);
        var id = connection.ExecuteScalar<long>(
            """
            insert into document (id, sha256, file, status, format, kind, title, title_place, filer_id, filer_place, region, fiscal_year, unit, sheets,
                                  text_layer, reader_version)
            values (@Id, @Sha256, @File, @Status, @Format, @Kind, @Title, @TitlePlace, @FilerId, @FilerPlace, @Region, @FiscalYear, @Unit, @Sheets,
                    @TextLayer, @ReaderVersion)
            returning id
            """,
            new
            {
                Id = replacing,
                document.Sha256,
                read.File,
                Status = status,
                Format = Names.Of(document.Format),
                Kind = Names.Of(about.Kind),
                Title = about.Title.Text,
                TitlePlace = PlaceJson.Text(about.Title.Places),
                FilerId = FilerId(about.Filer, transaction),
                FilerPlace = PlaceJson.Text(about.Filer.Places),
                about.Region,
                about.FiscalYear,
                about.Unit,
                Sheets = document.Sheets.Count,
                TextLayer = Names.Of(document.TextLayer),
                read.ReaderVersion,
            },
            transaction);
        RestorePaths(paths, id, transaction);
        return id;
    }

    private long? FilerId(Printed filer, SqliteTransaction transaction)
    {
        if (filer.IsBlank) return null;
        connection.Execute("insert into filer (name) values (@Text) on conflict (name) do nothing", new { filer.Text }, transaction);
        return connection.ExecuteScalar<long>("select id from filer where name = @Text", new { filer.Text }, transaction);
    }

    /// <summary>A document cut by a limit never looks clean.</summary>
    private static string StatusOf(Disclosure disclosure)
    {
        if (disclosure.Document.TextLayer == TextLayer.None) return "needs_ocr";
        return disclosure.AllDiagnostics().Any(d => d.Kind.Id == DiagnosticKinds.LimitReached.Id) ? "partial" : "read";
    }
}
