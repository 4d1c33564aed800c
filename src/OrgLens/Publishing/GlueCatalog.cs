using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Publishing;

/// <summary>The tables of published views in the Glue Data Catalog.</summary>
/// <param name="calls">The client.</param>
/// <param name="settings">The database.</param>
internal sealed class GlueCatalog(IAwsCalls calls, PublishSettings settings)
{
    // As many as the operations take.
    private const int LargestBatch = 100;
    private const int LargestDeletion = 25;

    /// <summary>Makes the database where there is none.</summary>
    public async Task EnsureDatabaseAsync(CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["DatabaseInput"] = new JsonObject { ["Name"] = settings.Database, ["Description"] = "Views of OrgLens" },
        };
        try
        {
            await calls.CallAsync(GlueOperations.CreateDatabase, settings.Region, input, cancellationToken);
        }
        catch (AwsCallException exception) when (exception.Code == "AlreadyExistsException")
        {
        }
    }

    /// <summary>The run whose files a table names; null: there is no table yet, or it is nobody's.</summary>
    /// <exception cref="PublishingException">The table is parted by another column.</exception>
    public async Task<PublishedRun?> FindAsync(PublishedView view, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await calls.CallAsync(GlueOperations.GetTable, settings.Region, Named("Name", view.View), cancellationToken);
            var key = answer.List("Table.PartitionKeys").Select(column => column.Text("Name")).SingleOrDefault();
            return key == view.PartitionKey
                ? new PublishedRun(answer.Map("Table.Parameters").Where(parameter => parameter.Key == GlueTable.RunParameter).Select(parameter => parameter.Value.AsText).SingleOrDefault())
                : throw new PublishingException($"The table {settings.Database}.{view.View} is parted by {key ?? "nothing"} and is to be parted by {view.PartitionKey ?? "nothing"}: delete it first.");
        }
        catch (AwsCallException exception) when (exception.Kind == AwsErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Has a table show the files of another run.</summary>
    /// <param name="table">The table as it is to be.</param>
    /// <param name="isNew">Whether there is none yet.</param>
    /// <param name="location">Where its files are.</param>
    /// <param name="partitions">Values of its partitions and where the files of each are.</param>
    /// <param name="cancellationToken">Ends it; the next run ends what is left.</param>
    public async Task ShowAsync(
        GlueTable table, bool isNew, string location, IReadOnlyList<KeyValuePair<string, string>> partitions, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            await PutTableAsync(GlueOperations.CreateTable, table, location, cancellationToken);
        }

        if (table.View.PartitionKey is not null)
        {
            await ShowPartitionsAsync(table, partitions, cancellationToken);
        }

        if (!isNew)
        {
            // Last: until then the table still says that the run before is what it shows.
            await PutTableAsync(GlueOperations.UpdateTable, table, location, cancellationToken);
        }
    }

    private Task<AwsValue> PutTableAsync(AwsOperation operation, GlueTable table, string location, CancellationToken cancellationToken) => calls.CallAsync(
        operation,
        settings.Region,
        operation == GlueOperations.UpdateTable
            // Versions of a table that nobody goes back to would be kept until there are too many.
            ? new JsonObject { ["DatabaseName"] = settings.Database, ["TableInput"] = table.ToInput(location), ["SkipArchive"] = true }
            : new JsonObject { ["DatabaseName"] = settings.Database, ["TableInput"] = table.ToInput(location) },
        cancellationToken);

    private async Task ShowPartitionsAsync(GlueTable table, IReadOnlyList<KeyValuePair<string, string>> partitions, CancellationToken cancellationToken)
    {
        var view = table.View.View;
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in calls.PagesAsync(GlueOperations.GetPartitions, settings.Region, Named("TableName", view), cancellationToken))
        {
            known.UnionWith(page.List("Partitions").Select(partition => partition.Texts("Values")[0]));
        }

        var wanted = partitions.Select(partition => partition.Key).ToHashSet(StringComparer.Ordinal);
        await BatchAsync(
            GlueOperations.BatchCreatePartition, view, "PartitionInputList", partitions.Where(partition => !known.Contains(partition.Key)).Select(partition => table.ToPartition(partition.Key, partition.Value)), cancellationToken);
        await BatchAsync(
            GlueOperations.BatchUpdatePartition,
            view,
            "Entries",
            partitions.Where(partition => known.Contains(partition.Key)).Select(partition => new JsonObject
            {
                ["PartitionValueList"] = new JsonArray(partition.Key),
                ["PartitionInput"] = table.ToPartition(partition.Key, partition.Value),
            }),
            cancellationToken);
        await BatchAsync(
            GlueOperations.BatchDeletePartition, view, "PartitionsToDelete", known.Where(value => !wanted.Contains(value)).Select(value => new JsonObject { ["Values"] = new JsonArray(value) }), cancellationToken);
    }

    private async Task BatchAsync(AwsOperation operation, string view, string member, IEnumerable<JsonObject> items, CancellationToken cancellationToken)
    {
        foreach (var some in items.Chunk(operation == GlueOperations.BatchDeletePartition ? LargestDeletion : LargestBatch))
        {
            var input = Named("TableName", view);
            input[member] = new JsonArray([.. some]);
            var answer = await calls.CallAsync(operation, settings.Region, input, cancellationToken);
            if (answer.List("Errors") is [var first, ..])
            {
                throw new PublishingException($"{operation} could not be done to all partitions of {settings.Database}.{view}: {first.Text("ErrorDetail.ErrorCode")}.");
            }
        }
    }

    private JsonObject Named(string member, string table) => new() { ["DatabaseName"] = settings.Database, [member] = table };
}
