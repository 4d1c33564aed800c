using System.CommandLine;
using System.Globalization;
using OrgLens.Audit.Trail;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens trail scan</c>: brings the records of trail files to the audit, in this process.</summary>
internal static class TrailCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var source = new Argument<string>("source") { Description = "A trail file, a folder of trail files, or s3://bucket/prefix." };
        var from = OptionValues.Date("--from", "The first day; files of earlier days, by their path, are left out.");
        var to = OptionValues.Date("--to", "The last day; files of later days, by their path, are left out.");
        var scan = new Command("scan", "Read trail files and bring what they tell to the database; a second time changes nothing.") { source, from, to };
        scan.SetAction((parsed, cancellationToken) =>
            ScanAsync(context(parsed), parsed.GetRequiredValue(source), new TrailDays(parsed.GetValue(from), parsed.GetValue(to)), cancellationToken));
        return new Command("trail", "Work with CloudTrail's files.") { scan };
    }

    /// <summary>Brings the files of some days to the audit and tells what became of them.</summary>
    public static async Task<int> ScanAsync(CommandContext context, string source, TrailDays days, CancellationToken cancellationToken)
    {
        var clients = new HubClients(context);
        var consumers = AuditConsumers.Of(clients.Database());
        using var s3 = clients.S3();
        var files = source.StartsWith(TrailSources.Scheme, StringComparison.Ordinal)
            ? await TrailSources.OfBucketAsync(new TrailBucket(s3), source, days, cancellationToken)
            : TrailSources.OfPath(source, days);
        var result = await context.Stages.RunAsync(
            "Scanning trail files", files.Count, progress => new TrailScan(consumers).RunAsync(files, progress, cancellationToken));
        Report(context, result);
        return result.Faults.Count == 0 ? ExitCode.Fine : ExitCode.PartlyDone;
    }

    private static void Report(CommandContext context, TrailScanResult result)
    {
        context.Renderer.Render(new ResultTable(
            [new("consumer"), new("applied", ValueKind.Number), new("failed", ValueKind.Number)],
            [.. result.Consumers.Select(tally => (IReadOnlyList<string?>)[tally.Consumer, Text(tally.Applied), Text(tally.Failed)])])
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{result.Files} files, {result.Records} records, {result.Bytes} bytes of text"),
        });
        if (context.Renderer.IsForPeople && result.Faults.Count > 0)
        {
            context.Renderer.Render(new ResultTable(
                [new("file"), new("byte", ValueKind.Number), new("reason")],
                [.. result.Faults.Select(fault => (IReadOnlyList<string?>)[fault.File, fault.Position is { } position ? Text(position) : null, fault.Reason])])
            {
                Title = "What could not be used",
            });
        }
        else
        {
            foreach (var fault in result.Faults)
            {
                context.Terminal.Error.WriteLine($"orglens: {fault.File}{(fault.Position is { } position ? $" at byte {Text(position)}" : "")}: {fault.Reason}");
            }
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
