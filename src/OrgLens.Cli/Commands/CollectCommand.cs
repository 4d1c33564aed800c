using System.CommandLine;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;
using OrgLens.Sender;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens collect</c>: gathers a snapshot of the account whose credentials are in use, in this process.</summary>
internal static class CollectCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var profile = new Option<string>("--profile") { Description = "A profile of the AWS configuration; without it, the SDK's usual credentials.", HelpName = "name" };
        var regions = OptionValues.List("--regions", "Regions to collect from; without it, every Region that the account has enabled.", "region,…");
        var only = OptionValues.List("--only", "Collectors by name (security.kms, ec2.instance) or group (security); without it, all.", "name,…");
        var isPlan = new Option<bool>("--plan") { Description = "Show what would be called and what it costs; collect nothing." };
        var destination = new Option<string>("--out") { Description = "A file, or s3://bucket; without it, the bucket of your hub (BUCKET).", HelpName = "file|s3://…" };
        var date = new Option<DateOnly?>("--date") { Description = "The day of the run (yyyy-mm-dd); for a past day, only costs are collected.", HelpName = "yyyy-mm-dd" };
        var granularity = new Option<string>("--granularity") { Description = "DAILY, or MONTHLY: the costs of the month so far.", HelpName = "DAILY|MONTHLY", DefaultValueFactory = _ => "DAILY" };
        var budget = OptionValues.WholeNumber("--paid-calls", "Requests that cost money (USD 0.01 each) that the run may make.", minimum: 0, usual: new CollectOptions().PaidCalls);
        var withoutContacts = new Option<bool>("--no-contacts") { Description = "Leave out names, addresses and phone numbers of people." };
        var command = new Command("collect", "Collect a snapshot of an account.") { profile, regions, only, isPlan, destination, date, granularity, budget, withoutContacts };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var cli = context(parsed);
            var request = new SendRequest
            {
                Regions = parsed.GetValue(regions),
                Collectors = parsed.GetValue(only),
                Date = parsed.GetValue(date),
                Granularity = parsed.GetValue(granularity),
            };
            var variables = CollectVariables.Read(cli.Variable);
            var options = variables with
            {
                PaidCalls = parsed.GetValue(budget) ?? variables.PaidCalls,
                IncludeContacts = variables.IncludeContacts && !parsed.GetValue(withoutContacts),
                Deadline = TimeSpan.FromHours(1),
            };
            using var clients = new CollectClients(cli, parsed.GetValue(profile));
            return parsed.GetValue(isPlan)
                ? await PlanAsync(cli, clients, request, options, cancellationToken)
                : await CollectAsync(cli, clients, request, options, parsed.GetValue(destination), cancellationToken);
        });
        return command;
    }

    private static async Task<int> PlanAsync(CommandContext context, CollectClients clients, SendRequest request, CollectOptions options, CancellationToken cancellationToken)
    {
        var plan = await clients.Planner.PlanAsync(request, options, cancellationToken);
        CollectReport.Plan(context, plan);
        return ExitCode.Fine;
    }

    private static async Task<int> CollectAsync(
        CommandContext context, CollectClients clients, SendRequest request, CollectOptions options, string? destination, CancellationToken cancellationToken)
    {
        var target = destination is null ? $"s3://{context.Required("BUCKET")}" : destination;
        var plan = await clients.Planner.PlanAsync(request, options, cancellationToken);
        using var collected = await context.ServiceStages.RunAsync(plan, progress => new CollectionRun(clients.Calls, TimeProvider.System).RunAsync(plan, progress, cancellationToken));
        var sent = target.StartsWith("s3://", StringComparison.Ordinal)
            ? await SnapshotSender.UploadAsync(collected, clients.S3(), new SnapshotTarget(new Uri(target).Host, context.Variable("ANALYTICS_KMS_KEY")), cancellationToken)
            : await WriteAsync(collected, target, cancellationToken);
        CollectReport.Result(context, collected, sent);
        return sent.IsComplete ? ExitCode.Fine : ExitCode.PartlyDone;
    }

    private static async Task<SentSnapshot> WriteAsync(CollectedSnapshot collected, string path, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            await SnapshotWriter.WriteCompressedAsync(collected, file, cancellationToken);
        }
        else
        {
            await SnapshotWriter.WriteAsync(collected, file, cancellationToken);
        }

        return SentSnapshot.Of(collected, Path.GetFullPath(path), file.Position);
    }
}
