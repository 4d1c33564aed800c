using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Amazon.S3.Model;
using OrgLens.Cli.Dashboard;
using OrgLens.Cli.Demo;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;
using OrgLens.Database;
using OrgLens.Local;
using OrgLens.Local.Simulation;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens demo</c>: sends documents through the whole pipeline on this machine and shows the answers.</summary>
internal static class DemoCommand
{
    private const int LongestTable = 14;

    /// <summary>The page that stays when the demonstration has ended.</summary>
    private const string Report = "demo.html";

    /// <summary>Enough for the dashboards to have lines to draw.</summary>
    private const int HistoryDays = 7;

    private static readonly string[] Questions =
    [
        "accounts", "cost-by-service", "critical-findings", "coverage-gaps", "rejected", "products-in-use", "assets-by-team", "popular-dashboards", "idle-authors",
    ];

    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var keep = new Option<bool>("--keep") { Description = "Leave the local cloud running until Ctrl-C, with another week of documents and the dashboards on a page, to look around." };
        var once = new Option<bool>("--once") { Description = "End as soon as the answers are shown, even on a terminal (this is what happens without --keep)." };
        var functions = new Option<string>("--functions") { Description = "The published functions executable.", HelpName = "file" };
        var template = new Option<string>("--template") { Description = "The template that describes the functions.", HelpName = "file" };
        var command = new Command("demo", "Collect a simulated organization and send its snapshots, and samples, through the whole pipeline on this machine.") { keep, once, functions, template };
        command.Validators.Add(result =>
        {
            if (result.GetValue(keep) && result.GetValue(once))
            {
                result.AddError("--keep and --once exclude each other");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(context(parsed), Deliverables.Find(parsed.GetValue(functions), parsed.GetValue(template)), parsed.GetValue(keep), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, LocalFunctions functions, bool keeps, CancellationToken cancellationToken)
    {
        // A folder of its own: the ledger of an earlier demonstration would know all documents already.
        var state = Path.Combine(LocalCloudOptions.DefaultStateFolder, $"demo-{System.Environment.ProcessId}");
        try
        {
            var options = new LocalCloudOptions { Port = 0, StateFolder = state, Functions = functions, Simulation = Organization() };
            await using var cloud = await context.Stages.RunAsync("Starting the local cloud", 5, progress =>
            {
                var steps = 0;
                return LocalCloud.StartAsync(options, new Callback(() => progress.Report(Interlocked.Increment(ref steps))), cancellationToken);
            });
            var local = context.At(cloud.Environment);
            IReadOnlyList<DemoDocument> documents =
            [
                .. keeps ? DemoDocuments.History(Organization().Plan, HistoryDays) : [],
                .. await new DemoCollection(local).RunAsync(cancellationToken),
                .. DemoDocuments.All(),
            ];
            var before = cloud.Faults.Calls;
            var clock = Stopwatch.StartNew();
            await UploadAsync(local, documents, cancellationToken);
            var dead = await DrainAsync(local, cloud, documents.Count, cancellationToken);
            var elapsed = clock.Elapsed;
            var calls = cloud.Faults.Calls - before;
            await new DemoTrail(local, Organization().Plan).RunAsync(cloud, cancellationToken);
            foreach (var question in Questions)
            {
                local.Renderer.Render(Begin(await QueryCommand.AskAsync(local, question, cancellationToken), local.Renderer));
            }

            local.Renderer.Render(await FiguresAsync(local, documents, elapsed, calls, cancellationToken));
            if (keeps)
            {
                await using var page = await DashboardServer.StartAsync(await DashboardCommand.AnswersAsync(local, null, cancellationToken), 0, cancellationToken);
                await context.Terminal.Error.WriteLineAsync($"The dashboards are at {page.Address}");
                await context.Terminal.Error.WriteLineAsync($"Look around: eval \"$(orglens local env --state '{state}')\"; orglens query. Ctrl-C stops it.");
                await LocalCommand.WaitForInterruptAsync(cancellationToken);
            }
            else
            {
                var report = Path.GetFullPath(Path.Combine(LocalCloudOptions.DefaultStateFolder, Report));
                await ReportCommand.WriteAsync(local, report, [], null, cancellationToken);
                await context.Terminal.Error.WriteLineAsync($"Its dashboards, as one page to open in a browser: {report}");
                await context.Terminal.Error.WriteLineAsync("With --keep (make demo ARGS=--keep), it stays and shows them with another week of documents.");
            }

            return dead == 0 ? ExitCode.Fine : ExitCode.PartlyDone;
        }
        finally
        {
            if (Directory.Exists(state))
            {
                Directory.Delete(state, recursive: true);
            }
        }
    }

    private static SimulationOptions Organization() =>
        new(new SimulationPlan { Accounts = 12, Days = 1, Start = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-30) });

    /// <summary>People get an impression, programs everything.</summary>
    private static ResultTable Begin(ResultTable answer, ResultRenderer renderer) => renderer.IsForPeople && answer.Rows.Count > LongestTable
        ? answer with { Rows = [.. answer.Rows.Take(LongestTable)], Title = $"{answer.Title} ({LongestTable} of {answer.Rows.Count})" }
        : answer;

    private static Task<int> UploadAsync(CommandContext context, IReadOnlyList<DemoDocument> documents, CancellationToken cancellationToken) =>
        context.Stages.RunAsync("Uploading documents", documents.Count, async progress =>
        {
            using var s3 = new HubClients(context).S3();
            for (var index = 0; index < documents.Count; index++)
            {
                using var body = new MemoryStream(documents[index].Body, writable: false);
                await s3.PutObjectAsync(new PutObjectRequest { BucketName = context.Required("BUCKET"), Key = documents[index].Key, InputStream = body }, cancellationToken);
                progress.Report(index + 1);
            }

            return documents.Count;
        });

    /// <summary>Waits until every document was dealt with; returns how many were given up.</summary>
    private static Task<int> DrainAsync(CommandContext context, LocalCloud cloud, int total, CancellationToken cancellationToken) =>
        context.Stages.RunAsync("Loading documents", total, async progress =>
        {
            while (true)
            {
                var depth = await cloud.CountMessagesAsync(cancellationToken);
                progress.Report(total - depth.Waiting - depth.InFlight);
                if (depth is { Waiting: 0, InFlight: 0 })
                {
                    return depth.Dead;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        });

    private static async Task<ResultTable> FiguresAsync(
        CommandContext context, IReadOnlyList<DemoDocument> documents, TimeSpan elapsed, long calls, CancellationToken cancellationToken)
    {
        var answer = await QueryCommand.AskAsync(context, SqlFiles.Read("calls/rows_loaded"), cancellationToken);
        var rows = long.Parse(answer.Rows[0][0]!, CultureInfo.InvariantCulture);
        static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
        return new ResultTable(
            [new("documents", ValueKind.Number), new("bytes", ValueKind.Number), new("rows", ValueKind.Number), new("seconds", ValueKind.Number), new("rows_per_second", ValueKind.Number), new("data_api_calls", ValueKind.Number), new("calls_per_document", ValueKind.Number)],
            [[
                Text(documents.Count), Text(documents.Sum(document => (double)document.Body.Length)), Text(rows), Text(elapsed.TotalSeconds), Text(Math.Round(rows / elapsed.TotalSeconds)), Text(calls),
                Text((double)calls / documents.Count),
            ]])
        {
            Title = "From the first upload to the last row",
        };
    }

    private sealed class Callback(Action report) : IProgress<string>
    {
        public void Report(string value) => report();
    }
}
