using System.CommandLine;
using System.Globalization;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;
using OrgLens.Publishing;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens publish</c>: publishes views for Athena.</summary>
internal static class PublishCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var views = new Option<string[]>("--view") { Description = "Only this view; may be given several times.", HelpName = "name", AllowMultipleArgumentsPerToken = true };
        var database = new Option<string>("--database") { Description = "The Glue database that gets the tables.", HelpName = "name" };
        var command = new Command("publish", "Publish views as Parquet files with Glue tables, for Athena; exits with 3 when some of them failed.") { views, database };
        command.SetAction((parsed, cancellationToken) => RunAsync(context(parsed), parsed.GetValue(views) ?? [], parsed.GetValue(database), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string[] names, string? database, CancellationToken cancellationToken)
    {
        var views = names.Length == 0 ? PublishedViews.All : PublishedViews.Named(names);
        using var calls = new CollectClients(context, null);
        using var s3 = calls.S3();
        var settings = PublishSettings.From(name => name switch
        {
            "AWS_REGION" => calls.Region,
            "ATHENA_DATABASE" when database is not null => database,
            _ => context.Variable(name),
        });
        var publisher = new ViewPublisher(new HubClients(context).Database(), s3, calls.Calls, TimeProvider.System, settings);
        var report = await publisher.PublishAsync(views, TimeProvider.System.GetUtcNow(), progress: null, cancellationToken);
        context.Renderer.Render(new ResultTable(
            [new("view"), new("rows", ValueKind.Number), new("files", ValueKind.Number), new("bytes", ValueKind.Number), new("error")],
            [.. report.Views.Select(view => (IReadOnlyList<string?>)[view.View, Text(view.Rows), Text(view.Files), Text(view.Bytes), view.Error])]));
        return report.IsComplete ? ExitCode.Fine : ExitCode.PartlyDone;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
