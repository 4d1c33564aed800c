using System.Text.Json;
using OrgLens.Bench.Cloud;
using OrgLens.Bench.Documents;
using OrgLens.Local.Processes;

namespace OrgLens.Bench.Loading;

/// <summary>Starts loading processes.</summary>
internal static class Loader
{
    /// <summary>Loads a document under the key of a day.</summary>
    public static Task<LoadFigures> LoadAsync(BenchCloud cloud, BenchDocument document, int day, string database, CancellationToken cancellationToken) =>
        RunAsync("load", cloud, cloud.TaskFor(document.Path, document.KeyOn(day), database), cancellationToken);

    /// <summary>Copies the rows of a document into the same tables.</summary>
    public static Task<LoadFigures> CopyAsync(BenchCloud cloud, BenchDocument document, string database, CancellationToken cancellationToken) =>
        RunAsync("copy", cloud, cloud.TaskFor(document.Path, document.KeyOn(15), database), cancellationToken);

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
