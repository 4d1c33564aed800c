using Amazon.RDSDataService.Model;
using OrgLens.Database;

namespace OrgLens.Receiver;

/// <summary>Sends the rows of a document in chunks: while the database takes one apart, the next is cut and its request signed.</summary>
internal sealed class RowSender : IDisposable
{
    private static readonly string ChunkStatement = SqlFiles.Read("calls/chunk");
    private static readonly string LastChunkStatement = SqlFiles.Read("calls/last_chunk");
    private static readonly string CloseStatement = SqlFiles.Read("calls/close");

    private readonly SnapshotOutline _outline;
    private readonly IReadOnlyCollection<string> _sections;
    private readonly SnapshotLimits _limits;
    private readonly RowStream _rows;
    private RowChunk _next;
    private RowChunk _sent;
    private bool _hasNext;

    /// <summary>Cuts the first chunk.</summary>
    /// <param name="document">The document's text.</param>
    /// <param name="outline">What a first reading told of it.</param>
    /// <param name="sections">The sections to send.</param>
    /// <param name="members">The members to send of a section's rows as cells; rows of the others are sent as JSON.</param>
    /// <param name="limits">How large a chunk may be.</param>
    public RowSender(
        Stream document, SnapshotOutline outline, IReadOnlyCollection<string> sections, IReadOnlyDictionary<string, IReadOnlyList<RowMember>> members,
        SnapshotLimits limits)
    {
        (_outline, _sections, _limits) = (outline, sections, limits);
        // The database has nothing to do until the first chunk is there, so that is a small one.
        (_next, _sent) = (new RowChunk(limits) { Bytes = Math.Min(limits.FirstChunkBytes, limits.ChunkBytes) }, new RowChunk(limits));
        _rows = new RowStream(document, outline, sections, members, limits);
        try
        {
            _hasNext = _rows.Fill(_next);
        }
        catch
        {
            _rows.Dispose();
            throw;
        }
    }

    /// <summary>Whether it sends these sections and no others.</summary>
    public bool Sends(IReadOnlyCollection<string> sections) => sections.Count == _sections.Count && sections.All(_sections.Contains);

    /// <summary>Sends all rows and closes the load.</summary>
    /// <param name="transaction">The transaction, in which the load is open.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The answer of <c>load.close</c>, and how many calls the transaction will have taken with its commit.</returns>
    public async Task<(ExecuteStatementResponse Closed, int Calls)> SendAsync(DataApiTransaction transaction, CancellationToken cancellationToken)
    {
        // The call that closes and the commit belong to the sum, too.
        var calls = transaction.Calls + 2;
        var sending = Task.CompletedTask;
        try
        {
            for (var number = 1; _hasNext; number++)
            {
                var before = sending;
                var (body, slices) = _next.End();
                List<SqlParameter> parameters =
                [
                    Parameter.Text("number", $"{number}"), Parameter.Text("slices", slices), Parameter.Bytes("body", body),
                ];
                if (_rows.AtEnd)
                {
                    parameters.Add(Report(calls));
                    var closing = transaction.ExecuteAfterAsync(before, LastChunkStatement, parameters, cancellationToken);
                    sending = closing;
                    return (await closing, calls);
                }

                sending = transaction.ExecuteAfterAsync(before, ChunkStatement, parameters, cancellationToken);
                calls++;
                // Its chunk is filled anew next.
                await before;
                (_next, _sent) = (_sent, _next);
                _next.Bytes = _limits.ChunkBytes;
                _hasNext = _rows.Fill(_next);
            }
        }
        finally
        {
            await sending;
        }

        return (await transaction.ExecuteAsync(CloseStatement, [Report(calls)], cancellationToken), calls);
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private SqlParameter Report(int calls) => Parameter.Bytes("report", LoadDocuments.Report(_outline, calls));
}
