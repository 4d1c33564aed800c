using OrgLens.Database;

namespace OrgLens.Publishing;

/// <summary>Reads views through the Data API, whose answers are small: piece by piece, from one state of the database.</summary>
/// <param name="database">The database.</param>
internal sealed class ViewReader(DataApi database)
{
    // With every quotation mark escaped and every letter as \uXXXX still within the Data API's 1 MiB.
    private const int PieceBytes = 256 * 1024;

    /// <summary>The columns of a view.</summary>
    /// <exception cref="PublishingException">There is no such view, or a column has a type that there is no word for.</exception>
    public async Task<IReadOnlyList<ViewColumn>> ColumnsAsync(PublishedView view, CancellationToken cancellationToken)
    {
        var answer = await database.ExecuteAsync(SqlFiles.Read("calls/publish_columns"), [Parameter.Text("relation", view.View)], cancellationToken);
        var columns = (answer.Records ?? []).Select(row => ViewColumn.Of(view.View, row[0].StringValue, row[1].StringValue)).ToList();
        if (columns.Count == 0)
        {
            throw new PublishingException($"The database has no view {view.View}.");
        }

        var parted = view.MonthOf ?? view.Partition;
        return parted is null || columns.Any(column => column.Name == parted)
            ? columns
            : throw new PublishingException($"{view.View} has no column {parted} to be parted by.");
    }

    /// <summary>Reads all rows into a spool. A fault that passes begins anew.</summary>
    public Task<IReadOnlyList<SpooledFile>> ReadAsync(PublishedView view, ViewSpool spool, CancellationToken cancellationToken) => database.InTransactionAsync(
        async (transaction, token) =>
        {
            await spool.ClearAsync();
            await transaction.ExecuteAsync(SqlFiles.Read("calls/publish_isolation"), [], token);
            await transaction.ExecuteAsync(
                SqlFiles.Read("calls/publish_open"),
                [Parameter.Text("relation", view.View), Parameter.Text("partition_by", view.MonthOf is null ? view.Partition : null), Parameter.Text("month_of", view.MonthOf)],
                token);
            var take = SqlFiles.Read("calls/publish_take");
            while (await transaction.ExecuteAsync(take, [Parameter.Text("bytes", $"{PieceBytes}")], token) is { Records: { Count: > 0 } rows })
            {
                foreach (var row in rows)
                {
                    await spool.AddAsync(row[0].IsNull is true ? null : row[0].StringValue, row[1].StringValue, token);
                }
            }

            return await spool.CompleteAsync(token);
        },
        cancellationToken);
}
