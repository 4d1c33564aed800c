using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.RDSDataService.Model;
using OrgLens.Database;

namespace OrgLens.Audit.Trail;

/// <summary>
/// Sends the rows of records to a load function: all of them in one call. Only where the database refuses one of them are they
/// halved until the bad one is alone.
/// </summary>
/// <param name="database">The database, entered as its application role.</param>
public sealed partial class TrailLoad(DataApi database)
{
    // A request may have 4 MiB, in which the rows travel as base64.
    private const int CallBytes = 2 * 1024 * 1024;

    /// <summary>Loads the records' rows.</summary>
    /// <param name="statement">A statement that commits by itself, with the rows as a JSON array in its parameter <c>rows</c> (UTF-8 bytes).</param>
    /// <param name="records">The records.</param>
    /// <param name="write">Writes one record's row, an object; throws <see cref="TrailRecordException"/> where the record can't be used.</param>
    /// <param name="cancellationToken">Ends the work; calls that were made have taken effect.</param>
    /// <returns>The records that were not loaded.</returns>
    public async Task<IReadOnlyList<TrailFailure>> ApplyAsync(
        string statement, IReadOnlyList<TrailRecord> records, Action<Utf8JsonWriter, TrailRecord> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(write);
        var failures = new List<TrailFailure>();
        var rows = new List<TrailRow>();
        foreach (var (index, record) in records.Index())
        {
            try
            {
                rows.Add(TrailRow.Of(index, record, write));
            }
            catch (TrailRecordException exception)
            {
                failures.Add(new TrailFailure(index, exception.Message));
            }
            catch (InvalidOperationException)
            {
                // The one thing that a JSON text may hold and a .NET string may not: half a surrogate pair.
                failures.Add(new TrailFailure(index, "A text in it is no Unicode."));
            }
        }

        await SendAsync(statement, rows, failures, cancellationToken);
        return failures;
    }

    private async Task SendAsync(string statement, List<TrailRow> rows, List<TrailFailure> failures, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (rows.Count == 1 || rows.Sum(row => (long)row.Json.Length + 1) < CallBytes)
        {
            try
            {
                await database.ExecuteAsync(statement, [Parameter.Bytes("rows", TrailRow.Join(rows))], cancellationToken);
                return;
            }
            catch (DatabaseErrorException exception) when (DataFault().Match(exception.Message) is { Success: true } fault)
            {
                if (rows.Count == 1)
                {
                    // The message itself quotes values.
                    failures.Add(new TrailFailure(rows[0].Index, $"The database refuses its row (SQLSTATE {fault.Groups[1].Value})."));
                    return;
                }
            }
        }

        await SendAsync(statement, rows[..(rows.Count / 2)], failures, cancellationToken);
        await SendAsync(statement, rows[(rows.Count / 2)..], failures, cancellationToken);
    }

    // Data exceptions, violated constraints and exceeded limits: a row's own. Anything else (no such table, no right to it) is not.
    [GeneratedRegex("SQLState: ((?:22|23|54)...)")]
    private static partial Regex DataFault();
}
