using System.Text.Json;
using OrgLens.Bench.Cloud;
using OrgLens.Bench.Documents;
using OrgLens.Bench.Scenarios;
using OrgLens.Local.Processes;

namespace OrgLens.Bench.Loading;

/// <summary>Starts loading processes.</summary>
internal static class Loader
{
    /// <summary>Loads a document under the key of a day into a database that nobody has loaded anything into before.</summary>
    public static Task<LoadFigures> LoadAsync(BenchContext context, BenchDocument document, int day, string database, CancellationToken cancellationToken) =>
        RunAsync("load", context, document, day, database, cancellationToken);

    /// <summary>Copies the rows of a document into the same tables.</summary>
    public static Task<LoadFigures> CopyAsync(BenchContext context, BenchDocument document, string database, CancellationToken cancellationToken) =>
        RunAsync("copy", context, document, 15, database, cancellationToken);

    /// <summary>Loads a document into a database that has just had another account's document, through the session that it had it from.</summary>
    public static Task<LoadFigures> LoadNextAsync(BenchContext context, BenchDocument document, string database, CancellationToken cancellationToken) =>
        RunNextAsync("load", context, document, database, cancellationToken);

    /// <summary>Copies the rows of a document after those of another account's, over the same connection.</summary>
    public static Task<LoadFigures> CopyNextAsync(BenchContext context, BenchDocument document, string database, CancellationToken cancellationToken) =>
        RunNextAsync("copy", context, document, database, cancellationToken);

    private static async Task<LoadFigures> RunAsync(
        string how, BenchContext context, BenchDocument document, int day, string database, CancellationToken cancellationToken)
    {
        var cloud = context.Cloud;
        var small = context.Documents.OfTotal(200);
        var elsewhere = await cloud.CreateDatabaseAsync(cancellationToken);
        var task = cloud.TaskFor(document.Path, document.KeyOn(day), database) with { WarmUp = cloud.TaskFor(small.Path, small.KeyOn(15), elsewhere) };
        var figures = await RunAsync(how, cloud, task, cancellationToken);
        await cloud.DropDatabaseAsync(elsewhere, cancellationToken);
        return figures;
    }

    private static Task<LoadFigures> RunNextAsync(string how, BenchContext context, BenchDocument document, string database, CancellationToken cancellationToken)
    {
        var neighbour = context.Documents.Neighbour;
        var task = context.Cloud.TaskFor(document.Path, document.KeyOn(15), database) with { ConnectionString = context.Cloud.PooledConnectionString(database) };
        return RunAsync(how, context.Cloud, task with { WarmUp = task with { File = neighbour.Path, Key = neighbour.KeyOn(15) } }, cancellationToken);
    }

    private static async Task<LoadFigures> RunAsync(string how, BenchCloud cloud, LoadTask task, CancellationToken cancellationToken)
    {
        using var slow = cloud.Slow();
        var program = Environment.ProcessPath!;
        IReadOnlyList<string> self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, typeof(Loader).Assembly.Location] : [program];
        var (code, output) = await SupervisedProcess.RunAsync(
            new ChildCommand([.. self, how, JsonSerializer.Serialize(task, LoadingJson.Default.LoadTask)]), cancellationToken);
        return code == 0
            ? JsonSerializer.Deserialize(output, LoadingJson.Default.LoadFigures)!
            : throw new InvalidOperationException($"The process that should {how} {task.Key} failed: {output}");
    }
}
