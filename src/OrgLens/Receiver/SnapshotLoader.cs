using System.Text.Json;
using OrgLens.Database;

namespace OrgLens.Receiver;

/// <summary>
/// Loads a document in one transaction: either all of it is in the database, or nothing. The database says which members it reads of
/// a section's rows; these travel as cells, and whatever is odd as the JSON it is (<c>sql/load</c>).
/// </summary>
/// <param name="database">The database, entered as its application role.</param>
/// <param name="limits">How much a document may ask.</param>
public sealed class SnapshotLoader(DataApi database, SnapshotLimits limits)
{
    private static readonly string PrepareStatement = SqlFiles.Read("calls/prepare");
    private static readonly string OpenStatement = SqlFiles.Read("calls/open");
    private static readonly string RejectStatement = SqlFiles.Read("calls/reject");
    private static readonly string KnownStatement = SqlFiles.Read("calls/known");

    /// <summary>Loads a document, or finds that it was loaded before.</summary>
    /// <exception cref="SnapshotRejectedException">The document can't be loaded however often it is tried; nothing was written.</exception>
    public async Task<LoadResult> LoadAsync(SnapshotDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var key = SnapshotKey.Parse(document.Source.Key)
            ?? throw new SnapshotRejectedException(RejectionReasons.UnknownKey, "expected data/{account}/{region}/{yyyy-mm-dd}_{granularity}.json or .json.gz");
        var reading = Task.Run(() => ReadOutline(document, key, isStrict: false), cancellationToken);
        try
        {
            // Of a bad document the database need not hear. But a large one takes longer to read than a transaction to begin.
            var isLarge = document.Size > limits.MemoryBytes;
            if (!isLarge)
            {
                await reading;
            }

            return await database.InTransactionAsync(
                async (transaction, token) =>
                {
                    var prepared = isLarge ? await PrepareAsync(transaction, document.Source, token) : null;
                    return prepared?.Outcome is null
                        ? await LoadAsync(transaction, document, key, await reading, prepared, token)
                        : AlreadyLoaded(transaction, document);
                },
                cancellationToken);
        }
        catch (SnapshotRejectedException)
        {
            // Something is wrong with it, but a reading that leaves rows to be read later does not know what.
            ReadOutline(document, key, isStrict: true);
            throw;
        }
        finally
        {
            // Who opened the document may close it as soon as this returns.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Notes in the ledger and in <c>logs</c> that a document was refused.</summary>
    public async Task RejectAsync(SnapshotDocument document, SnapshotRejectedException rejection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(rejection);
        var argument = LoadDocuments.Rejection(document, SnapshotKey.Parse(document.Source.Key), rejection.Reason, rejection.Detail);
        await database.ExecuteAsync(RejectStatement, [Parameter.Bytes("document", argument)], cancellationToken);
    }

    /// <summary>Whether the ledger knows an object: an object that is gone has then been dealt with.</summary>
    public async Task<bool> IsKnownAsync(SnapshotObject source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var answer = await database.ExecuteAsync(
            KnownStatement,
            [Parameter.Text("bucket", source.Bucket), Parameter.Text("key", source.Key), Parameter.Text("etag", source.ETag)],
            cancellationToken);
        return answer.Records is { Count: > 0 };
    }

    private async Task<LoadResult> LoadAsync(
        DataApiTransaction transaction, SnapshotDocument document, SnapshotKey key, SnapshotOutline outline, LoadPrepared? prepared, CancellationToken cancellationToken)
    {
        // Of an account's first document everything is wanted: then its first chunk is cut while the database opens the load.
        var guessed = prepared is null ? null : Task.Run(() => Sender(document, outline, outline.Rows.Keys, prepared.Members), cancellationToken);
        try
        {
            var opening = LoadDocuments.Open(document, key, outline);
            var opened = Parse(await transaction.ExecuteAsync(OpenStatement, [Parameter.Bytes("document", opening)], cancellationToken), LoadJson.Default.LoadOpened);
            if (opened.Status == "known")
            {
                return AlreadyLoaded(transaction, document);
            }

            using var told = guessed is not null && (await guessed).Sends(opened.Send) ? null : Sender(document, outline, opened.Send, opened.Members);
            var (answer, calls) = await (told ?? await guessed!).SendAsync(transaction, cancellationToken);
            return Result(document, Parse(answer, LoadJson.Default.LoadClosed), calls);
        }
        finally
        {
            if (guessed is not null)
            {
                await ((Task)guessed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                (guessed.IsCompletedSuccessfully ? await guessed : null)?.Dispose();
            }
        }
    }

    private static async Task<LoadPrepared> PrepareAsync(DataApiTransaction transaction, SnapshotObject source, CancellationToken cancellationToken) => Parse(
        await transaction.ExecuteAsync(
            PrepareStatement,
            [
                Parameter.Text("bucket", source.Bucket), Parameter.Text("key", source.Key), Parameter.Text("etag", source.ETag),
                Parameter.Text("version_id", source.VersionId),
            ],
            cancellationToken),
        LoadJson.Default.LoadPrepared);

    private RowSender Sender(
        SnapshotDocument document, SnapshotOutline outline, IReadOnlyCollection<string> sections, IReadOnlyDictionary<string, IReadOnlyList<RowMember>> members) =>
        new(document.OpenText(limits), outline, sections, members, limits);

    private static LoadResult AlreadyLoaded(DataApiTransaction transaction, SnapshotDocument document)
    {
        transaction.Abandon();
        return new LoadResult { Outcome = LoadOutcome.AlreadyLoaded, Key = document.Source.Key, Calls = transaction.Calls + 1, Bytes = document.Size };
    }

    private static LoadResult Result(SnapshotDocument document, LoadClosed closed, int calls) => new()
    {
        Outcome = closed.Outcome == "partial" ? LoadOutcome.Partial : LoadOutcome.Loaded,
        Key = document.Source.Key,
        Rows = closed.Rows ?? new Dictionary<string, int>(),
        Skipped = closed.Skipped ?? new Dictionary<string, int>(),
        Duplicates = closed.Duplicates ?? new Dictionary<string, int>(),
        Unchanged = closed.Unchanged ?? [],
        Calls = calls,
        Bytes = document.Size,
    };

    private static T Parse<T>(Amazon.RDSDataService.Model.ExecuteStatementResponse response, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(response.Records[0][0].StringValue, type)
            ?? throw new InvalidOperationException("The load functions answered null.");

    private SnapshotOutline ReadOutline(SnapshotDocument document, SnapshotKey key, bool isStrict)
    {
        if (document.Size > limits.DocumentBytes)
        {
            throw new SnapshotRejectedException(RejectionReasons.TooLarge, $"more than {limits.DocumentBytes} bytes");
        }

        var outline = SnapshotOutline.Read(document.OpenText(limits), limits, isStrict);
        return outline.Account is not { } account || account == key.Account
            ? outline
            : throw new SnapshotRejectedException(RejectionReasons.AccountMismatch, $"the key is of account {key.Account}, the document of another");
    }
}
