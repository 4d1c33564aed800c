using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using OrgLens.Cli.Output;
using OrgLens.Local.Simulation;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens simulate</c>: writes the documents of an organization that doesn't exist.</summary>
internal static class SimulateCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var accounts = OptionValues.WholeNumber("--accounts", "How many accounts.", minimum: 1, usual: 12);
        var days = OptionValues.WholeNumber("--days", "How many days, one document per account, Region and day.", minimum: 1, usual: 3);
        var folder = new Option<DirectoryInfo>("--out") { HelpName = "folder", Description = "The folder that gets data/{account}/{region}/{date}_DAILY.json.", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "Another number gives another organization.", DefaultValueFactory = _ => 1 };
        var start = OptionValues.Date("--start", "The date of the first documents.", new DateOnly(2026, 1, 1));
        var rows = OptionValues.WholeNumber("--rows", "Exactly so many rows in every document, the same ones every day (for measurements).", RowCounts.Minimum);
        var gzip = new Option<bool>("--gzip") { Description = "Compress the documents; their names end in .gz." };
        var minified = new Option<bool>("--minified") { Description = "No white space in the documents." };
        var trailDays = OptionValues.WholeNumber("--trail-days", "Write CloudTrail files of so many days, too, up to the last document's (AWSLogs/…).", minimum: 1);
        var command = new Command("simulate", "Write snapshot documents of a simulated organization, the same for the same arguments.")
        {
            accounts, days, folder, seed, start, rows, gzip, minified, trailDays,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var plan = new SimulationPlan
            {
                Accounts = parsed.GetRequiredValue(accounts)!.Value,
                Days = parsed.GetRequiredValue(days)!.Value,
                Start = parsed.GetRequiredValue(start)!.Value,
                Seed = parsed.GetValue(seed),
                Rows = parsed.GetValue(rows) is { } total ? RowCounts.ForTotal(total) : null,
                Minified = parsed.GetValue(minified),
            };
            return RunAsync(
                context(parsed), plan, parsed.GetRequiredValue(folder), parsed.GetValue(gzip), parsed.GetValue(trailDays) ?? 0, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, SimulationPlan plan, DirectoryInfo folder, bool isCompressed, int trailDays, CancellationToken cancellationToken)
    {
        var simulator = new SnapshotSimulator(plan);
        var documents = simulator.Documents.ToList();
        var (rows, bytes) = await context.Stages.RunAsync("Writing documents", documents.Count, progress => Task.Run(
            () =>
            {
                var (rows, bytes) = (0L, 0L);
                for (var index = 0; index < documents.Count; index++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var (more, size) = Write(simulator, documents[index], folder, isCompressed);
                    (rows, bytes) = (rows + more, bytes + size);
                    progress.Report(index + 1);
                }

                return (rows, bytes);
            },
            cancellationToken));
        var (files, records) = trailDays == 0 ? (0, 0) : await WriteTrailAsync(context, plan, folder, trailDays, cancellationToken);
        context.Renderer.Render(new ResultTable(
            [
                new("accounts", ValueKind.Number), new("documents", ValueKind.Number), new("rows", ValueKind.Number), new("bytes", ValueKind.Number),
                new("trail files", ValueKind.Number), new("records", ValueKind.Number), new("folder"),
            ],
            [[Text(plan.Accounts), Text(documents.Count), Text(rows), Text(bytes), Text(files), Text(records), folder.FullName]]));
        return ExitCode.Fine;
    }

    private static Task<(int Files, long Records)> WriteTrailAsync(
        CommandContext context, SimulationPlan plan, DirectoryInfo folder, int days, CancellationToken cancellationToken)
    {
        var simulator = new TrailSimulator(plan, plan.Start.AddDays(plan.Days - days), days);
        var files = simulator.Files.ToList();
        return context.Stages.RunAsync("Writing trail files", files.Count, progress => Task.Run(
            () =>
            {
                var records = 0L;
                for (var index = 0; index < files.Count; index++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var path = Path.Combine(folder.FullName, files[index].Key);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    using var file = File.Create(path);
                    records += simulator.Write(files[index], file);
                    progress.Report(index + 1);
                }

                return (files.Count, records);
            },
            cancellationToken));
    }

    private static (long Rows, long Bytes) Write(SnapshotSimulator simulator, SimulatedDocument document, DirectoryInfo folder, bool isCompressed)
    {
        var path = Path.Combine(folder.FullName, document.Key) + (isCompressed ? ".gz" : "");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        long rows;
        if (isCompressed)
        {
            using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            rows = simulator.Write(document, gzip);
        }
        else
        {
            rows = simulator.Write(document, file);
        }

        return (rows, file.Position);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
