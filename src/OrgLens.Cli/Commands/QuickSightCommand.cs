using System.CommandLine;
using System.Globalization;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;
using OrgLens.QuickSight;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens quicksight</c>: brings analyses to QuickSight, fetches them from there, and says what is there.</summary>
internal static class QuickSightCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context) => new("quicksight", "Bring the dashboards to QuickSight, or fetch them from there.")
    {
        Import(context), Rollback(context), Export(context), Status(context),
    };

    private static Command Import(Func<ParseResult, CommandContext> context)
    {
        var bundle = Text("--bundle", "An asset bundle (.qs: s3://…, a file or a folder); without it, ours.", "path");
        var name = Text("--name", "Name of the analysis; without it, the one in the bundle.", "name");
        var id = Analysis();
        var group = Text("--group", "Group that may use it; made where it is missing.", "name");
        var principal = Text("--principal", "User or group (ARN) that may use it, instead of --group.", "arn");
        var secret = Text("--secret", "Secret that QuickSight enters the database with.", "arn");
        var connection = Text("--vpc-connection", "QuickSight's VPC connection to the database.", "arn");
        var athena = Text("--athena-database", "Read through Athena, from the views in this Glue database.", "name");
        var workGroup = Text("--athena-work-group", "Athena's work group; without it, primary.", "name");
        var force = new Option<bool>("--force") { Description = "Import this version also where QuickSight has it: takes back what was changed in place." };
        var command = new Command("import", "Bring an analysis to QuickSight: group, data source, data sets, analysis. It can be repeated.")
        {
            bundle, name, id, group, principal, secret, connection, athena, workGroup, force,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            context(parsed),
            new AnalysisRequest
            {
                Bundle = parsed.GetValue(bundle),
                Name = parsed.GetValue(name),
                AnalysisId = parsed.GetValue(id),
                Group = parsed.GetValue(group),
                Principal = parsed.GetValue(principal),
                SecretArn = parsed.GetValue(secret),
                VpcConnectionArn = parsed.GetValue(connection),
                AthenaDatabase = parsed.GetValue(athena),
                AthenaWorkGroup = parsed.GetValue(workGroup),
                Force = parsed.GetValue(force),
            },
            cancellationToken));
        return command;
    }

    private static Command Rollback(Func<ParseResult, CommandContext> context)
    {
        var id = Analysis();
        var version = Text("--to", "The version, as `orglens quicksight status` names it; without it, the one before.", "version");
        var command = new Command("rollback", "Give an analysis a version back that an import kept.") { id, version };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            context(parsed), new AnalysisRequest { Action = "rollback", AnalysisId = parsed.GetValue(id), Version = parsed.GetValue(version) }, cancellationToken));
        return command;
    }

    private static Command Export(Func<ParseResult, CommandContext> context)
    {
        var id = Analysis();
        var target = new Option<string>("--out") { Description = "The bundle to write (.qs).", HelpName = "file", Required = true };
        var command = new Command("export", "Fetch an analysis from QuickSight as a bundle.") { id, target };
        command.SetAction((parsed, cancellationToken) => ExportAsync(context(parsed), parsed.GetValue(id), parsed.GetRequiredValue(target), cancellationToken));
        return command;
    }

    private static Command Status(Func<ParseResult, CommandContext> context)
    {
        var bundle = Text("--bundle", "Compare with this bundle; without it, with ours.", "path");
        var id = Analysis();
        var group = Text("--group", "The group that may use it.", "name");
        var athena = Text("--athena-database", "The Glue database that it reads.", "name");
        var command = new Command("status", "Say what of an analysis is in QuickSight and what differs; the exit code is 3 when anything does.") { bundle, id, group, athena };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            context(parsed),
            new AnalysisRequest { Action = "status", Bundle = parsed.GetValue(bundle), AnalysisId = parsed.GetValue(id), Group = parsed.GetValue(group), AthenaDatabase = parsed.GetValue(athena) },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, AnalysisRequest request, CancellationToken cancellationToken)
    {
        using var clients = new QuickSightClients(context);
        var report = await clients.Runs.RunAsync(request, new StepLines(context.Terminal.Error), cancellationToken);
        context.Renderer.Render(new ResultTable(
            [new("step"), new("outcome"), new("detail")], [.. report.Steps.Select(step => (IReadOnlyList<string?>)[step.Step, step.Outcome, step.Detail])]));
        return !report.IsComplete ? ExitCode.Failed
            : report.Steps.Any(step => step.Outcome is "missing" or "different") ? ExitCode.PartlyDone
            : ExitCode.Fine;
    }

    private static async Task<int> ExportAsync(CommandContext context, string? analysisId, string target, CancellationToken cancellationToken)
    {
        using var clients = new QuickSightClients(context);
        var bundle = await clients.Runs.ExportAsync(analysisId, cancellationToken);
        await File.WriteAllBytesAsync(target, bundle, cancellationToken);
        context.Renderer.Render(new ResultTable([new("file"), new("bytes", ValueKind.Number)], [[target, bundle.Length.ToString(CultureInfo.InvariantCulture)]]));
        return ExitCode.Fine;
    }

    private static Option<string?> Analysis() => Text("--analysis", "Id of the analysis; without it, the one in the bundle.", "id");

    private static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    /// <summary>A line for each step while it goes on.</summary>
    private sealed class StepLines(TextWriter error) : IProgress<AnalysisStep>
    {
        public void Report(AnalysisStep value) => error.WriteLine($"{value.Step}: {value.Outcome}");
    }
}
