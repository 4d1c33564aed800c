using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;
using OrgLens.Receiver;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens ingest</c>: loads documents with the receiver's own loader, in this process.</summary>
internal static class IngestCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var source = new Argument<string>("source") { Description = "A document, a folder of documents, or s3://bucket/prefix." };
        var key = new Option<string>("--key") { Description = "The key of the document, when its name does not say it.", HelpName = "key" };
        var parallel = OptionValues.WholeNumber("--parallel", "How many documents are loaded at once.", minimum: 1, usual: 4);
        var command = new Command("ingest", "Load snapshot documents into the database.") { source, key, parallel };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(context(parsed), parsed.GetRequiredValue(source), parsed.GetValue(key), parsed.GetRequiredValue(parallel)!.Value, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string source, string? key, int parallel, CancellationToken cancellationToken)
    {
        var loader = new SnapshotLoader(new HubClients(context).Database(), SnapshotLimits.Default);
        IReadOnlyList<LoadResult> results;
        if (source.StartsWith("s3://", StringComparison.Ordinal))
        {
            results = await IngestBucketAsync(context, loader, source, parallel, cancellationToken);
        }
        else
        {
            results = await IngestAllAsync(context, SnapshotFile.Find(source, key), parallel, (file, token) => LoadAsync(loader, file, token), cancellationToken);
        }

        Report(context, results);
        var refused = results.Count(result => result.Outcome is LoadOutcome.Rejected or LoadOutcome.Partial);
        return refused == 0 ? ExitCode.Fine : results.All(result => result.Outcome == LoadOutcome.Rejected) ? ExitCode.Failed : ExitCode.PartlyDone;
    }

    private static async Task<IReadOnlyList<LoadResult>> IngestBucketAsync(CommandContext context, SnapshotLoader loader, string source, int parallel, CancellationToken cancellationToken)
    {
        var address = new Uri(source);
        var prefix = address.AbsolutePath.TrimStart('/');
        using var s3 = new HubClients(context).S3();
        var bucket = new SnapshotBucket(s3, new SnapshotBucketOptions(context.Variable("ANALYTICS_KMS_KEY"), SnapshotLimits.Default));
        var receiver = new SnapshotReceiver(bucket, loader, new EmbeddedMetrics(TextWriter.Null, TimeProvider.System), TimeProvider.System, NullLogger<SnapshotReceiver>.Instance);
        var waiting = new List<SnapshotObject>();
        await foreach (var item in bucket.WaitingAsync(address.Host, cancellationToken))
        {
            if (item.Source.Key.StartsWith(prefix, StringComparison.Ordinal))
            {
                waiting.Add(item.Source);
            }
        }

        if (waiting.Count == 0)
        {
            // A daily run on a machine of its own is not wrong to find nothing.
            await context.Terminal.Error.WriteLineAsync($"orglens: no documents wait at '{source}'; they wait under {SnapshotKey.Waiting} of a bucket.");
        }

        return await IngestAllAsync(context, waiting, parallel, (item, token) => receiver.ReceiveAsync(item, token), cancellationToken);
    }

    private static Task<IReadOnlyList<LoadResult>> IngestAllAsync<T>(
        CommandContext context, IReadOnlyList<T> documents, int parallel, Func<T, CancellationToken, Task<LoadResult>> ingest, CancellationToken cancellationToken) =>
        context.Stages.RunAsync<IReadOnlyList<LoadResult>>("Loading documents", documents.Count, async progress =>
        {
            var results = new ConcurrentBag<LoadResult>();
            await Parallel.ForEachAsync(documents, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken }, async (document, token) =>
            {
                results.Add(await ingest(document, token));
                progress.Report(results.Count);
            });
            return [.. results.OrderBy(result => result.Key, StringComparer.Ordinal)];
        });

    private static async Task<LoadResult> LoadAsync(SnapshotLoader loader, SnapshotFile file, CancellationToken cancellationToken)
    {
        using var document = file.Open();
        try
        {
            return await loader.LoadAsync(document, cancellationToken);
        }
        catch (SnapshotRejectedException rejection)
        {
            await loader.RejectAsync(document, rejection, cancellationToken);
            return new LoadResult { Outcome = LoadOutcome.Rejected, Key = file.Key, Reason = rejection.Reason, Detail = rejection.Detail, Calls = 1, Bytes = document.Size };
        }
    }

    private static void Report(CommandContext context, IReadOnlyList<LoadResult> results)
    {
        if (!context.Renderer.IsForPeople)
        {
            context.Renderer.Render(new ResultTable(
                [new("key"), new("outcome"), new("rows", ValueKind.Number), new("skipped", ValueKind.Number), new("duplicates", ValueKind.Number), new("calls", ValueKind.Number), new("bytes", ValueKind.Number), new("reason"), new("detail")],
                [.. results.Select(result => (IReadOnlyList<string?>)
                    [result.Key, Name(result.Outcome), Sum(result.Rows), Sum(result.Skipped), Sum(result.Duplicates), Text(result.Calls), Text(result.Bytes), result.Reason, result.Detail])]));
            return;
        }

        context.Renderer.Render(new ResultTable(
            [new("outcome"), new("documents", ValueKind.Number), new("rows", ValueKind.Number), new("skipped", ValueKind.Number), new("calls", ValueKind.Number), new("bytes", ValueKind.Number)],
            [.. results.GroupBy(result => result.Outcome).OrderBy(group => group.Key).Select(group => (IReadOnlyList<string?>)
                [Name(group.Key), Text(group.Count()), Text(group.Sum(result => result.Rows.Values.Sum())), Text(group.Sum(result => result.Skipped.Values.Sum())), Text(group.Sum(result => result.Calls)), Text(group.Sum(result => result.Bytes))])]));
        var refused = results.Where(result => result.Outcome is LoadOutcome.Rejected or LoadOutcome.Partial).ToList();
        if (refused.Count > 0)
        {
            context.Renderer.Render(new ResultTable(
                [new("document"), new("reason"), new("detail")],
                [.. refused.Select(result => (IReadOnlyList<string?>)[result.Key, result.Reason ?? $"{Sum(result.Skipped)} rows skipped", result.Detail ?? "see `orglens query rejected`"])])
            { Title = "Not loaded, or not all of it" });
        }
    }

    private static string Name(LoadOutcome outcome) => outcome switch
    {
        LoadOutcome.AlreadyLoaded => "already loaded",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    private static string Sum(IReadOnlyDictionary<string, int> counts) => Text(counts.Values.Sum());

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
