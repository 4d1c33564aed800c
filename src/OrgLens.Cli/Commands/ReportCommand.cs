using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Cli.Dashboard;
using OrgLens.Cli.Output;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens report</c>: writes the dashboards into one file, to mail or to keep.</summary>
internal static class ReportCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var target = new Option<string>("--out") { Description = "The file to write.", HelpName = "file", Required = true };
        var from = OptionValues.Date("--from", "The first day; without it, 60 days ago.");
        var to = OptionValues.Date("--to", "The last day; without it, today.");
        var accounts = new Option<string[]>("--account") { Description = "Only these accounts (may be repeated), as the dashboards name them.", HelpName = "account", AllowMultipleArgumentsPerToken = true };
        var open = DashboardCommand.Definition();
        var command = new Command("report", "Write the dashboards into one HTML file that needs nothing else.") { target, from, to, accounts, open };
        command.SetAction((parsed, cancellationToken) =>
        {
            var chosen = new JsonObject();
            Choose(chosen, "dateFrom", parsed.GetValue(from)?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
            Choose(chosen, "dateTo", parsed.GetValue(to)?.ToString("yyyy-MM-dd'T23:59:59Z'", CultureInfo.InvariantCulture));
            Choose(chosen, "account", parsed.GetValue(accounts) ?? []);
            return RunAsync(context(parsed), parsed.GetRequiredValue(target), chosen, parsed.GetValue(open), cancellationToken);
        });
        return command;
    }

    private static void Choose(JsonObject chosen, string parameter, params ReadOnlySpan<string?> values)
    {
        var list = new JsonArray();
        foreach (var value in values)
        {
            if (value is not null)
            {
                list.Add((JsonNode)value);
            }
        }

        if (list.Count > 0)
        {
            chosen[parameter] = list;
        }
    }

    private static async Task<int> RunAsync(CommandContext context, string target, JsonObject chosen, string? path, CancellationToken cancellationToken)
    {
        await WriteAsync(context, target, chosen, path, cancellationToken);
        context.Renderer.Render(new ResultTable([new("file"), new("bytes", ValueKind.Number)], [[target, new FileInfo(target).Length.ToString(CultureInfo.InvariantCulture)]]));
        return ExitCode.Fine;
    }

    /// <summary>Writes the dashboards of a hub into a file.</summary>
    public static async Task WriteAsync(CommandContext context, string target, JsonObject chosen, string? path, CancellationToken cancellationToken)
    {
        var answers = await DashboardCommand.AnswersAsync(context, path, cancellationToken);
        var text = await context.Stages.RunAsync(
            "Asking for all visuals", DashboardReport.Count(answers), progress => DashboardReport.WriteAsync(answers, chosen, TimeProvider.System.GetUtcNow(), progress, cancellationToken));
        await File.WriteAllTextAsync(target, text, cancellationToken);
    }
}
