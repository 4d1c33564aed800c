using System.Text.Json;
using OrgLens.Bench.Collecting;
using OrgLens.Bench.Collecting.Answers;
using OrgLens.Bench.Results;
using OrgLens.Local.Processes;
using OrgLens.Sender;

namespace OrgLens.Bench.Scenarios;

/// <summary>All collectors in 17 Regions, with 40 ms for each call: how much longer than the calls that have to wait for each other?</summary>
internal sealed class CollectScenario : IScenario
{
    public string Name => "collect";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var chain = await DependencyChain.FindAsync(cancellationToken);
        var runs = new List<CollectFigures>();
        await using var stub = await AwsStub.StartAsync(cancellationToken);
        for (var i = 0; i < context.Options.Runs; i++)
        {
            runs.Add(await CollectAsync(new CollectTask(stub.Endpoint.AbsoluteUri, Path.Combine(context.Cloud.Folder, $"collected-{i}.json.gz")), cancellationToken));
        }

        var run = Median.By(runs, run => run.Seconds);
        var peak = runs.Max(run => run.PeakBytes);
        var (ratio, latency) = (run.Seconds / chain.Seconds, AwsStub.Latency.TotalSeconds);
        var concurrency = CollectVariables.Read(Environment.GetEnvironmentVariable).Concurrency;
        context.Report.Add(new ResultTable(
            $"Collecting {AccountAnswers.Regions.Count} Regions with {CollectorList.All.Count} collectors, {Show.Milliseconds(1000 * latency)} a call",
            ["", "time", "calls", "paid", "rows", "document", "peak memory", "client CPU"],
            [
                ["signed client over HTTP", Show.Seconds(run.Seconds), Show.Count(run.Calls), Show.Count(run.PaidCalls), Show.Count(run.Rows), Show.Megabytes(run.Bytes), Show.Megabytes(peak), Show.Seconds(run.CpuSeconds)],
                ["longest dependency chain", Show.Seconds(chain.Seconds), Show.Count(chain.Calls), "", "", "", "", ""],
                ["as many calls, neither signed nor read", Show.Seconds(Median.Of(runs, run => run.BareSeconds)), Show.Count(run.Calls), "", "", "", "", ""],
                [$"all calls, {concurrency} at a time", Show.Seconds(run.Calls * latency / concurrency), Show.Count(run.Calls), "", "", "", "", ""],
                ["one call after the other", Show.Seconds(run.Calls * latency), Show.Count(run.Calls), "", "", "", "", ""],
                [$"the Python reference's {AccountAnswers.Regions.Count} stacks", "not run", Show.Count(ReferenceCalls.OfAllStacks), "", "", "", "", ""],
            ],
            $"Median of {context.Options.Runs} ({string.Join(", ", runs.Select(run => Show.Seconds(run.Seconds)))}), each in a new process that has collected one Region before, so that it is not measured compiling itself; from the first call to the last byte of the compressed document. The services are in the benchmark's own process, which shares the machine's cores with the client's. Lists have two pages of one to three items, and each item its follow-up calls.",
            $"The chain is that of {chain.Job}: each collector runs once by itself against the same answers without a network and without a bound on the calls in flight; its longest sequence of calls of which each began after the one before had ended, and the two calls that find account and Regions, times {Show.Milliseconds(1000 * latency)}. The reference's calls are counted by its source for the same account; it reads the first page of most lists only.",
            run.Gaps.Count == 0 ? "Nothing is missing in the document." : $"Missing in the document: {string.Join(", ", run.Gaps)}."));
        context.Report.Add("17 Regions: within 1.5 × the longest dependency chain", $"{Show.Times(ratio)} ({Show.Seconds(run.Seconds)} of {Show.Seconds(chain.Seconds)})", ratio <= 1.5);
        context.Report.Add("17 Regions: sender's peak memory under 256 MB", Show.Megabytes(peak), peak < 256_000_000);
    }

    private static async Task<CollectFigures> CollectAsync(CollectTask task, CancellationToken cancellationToken)
    {
        var program = Environment.ProcessPath!;
        IReadOnlyList<string> self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, typeof(CollectScenario).Assembly.Location] : [program];
        var (code, output) = await SupervisedProcess.RunAsync(
            new ChildCommand([.. self, "collect", JsonSerializer.Serialize(task, CollectingJson.Default.CollectTask)]), cancellationToken);
        return code == 0
            ? JsonSerializer.Deserialize(output, CollectingJson.Default.CollectFigures)!
            : throw new InvalidOperationException($"The process that should collect failed: {output}");
    }
}
