using System.CommandLine;
using System.Globalization;
using Amazon.RDSDataService.Model;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;
using OrgLens.Database;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens changes</c>: what appeared, changed, disappeared and came back, the newest first.</summary>
internal static class ChangesCommand
{
    private const int UsualLimit = 200;

    /// <summary>As many rows as surely fit into one answer of the Data API.</summary>
    private const int PageSize = 300;

    private static readonly string[] Kinds = ["appeared", "changed", "disappeared", "returned"];

    /// <summary>What people look at; the rest is in the other formats.</summary>
    private static readonly string[] ForPeople = ["at", "account", "region", "table", "kind", "key", "label", "column", "old", "new"];

    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var since = OptionValues.Moment("--since", "Where the time begins: yesterday (as without it), 24h, 7d, a day, or an instant.", TimeProvider.System);
        var until = OptionValues.Moment("--until", "Where it ends; without it, now.", TimeProvider.System);
        var account = new Option<string>("--account") { Description = "Only this account: its 12 digits or its name.", HelpName = "account" };
        var table = new Option<string>("--table") { Description = "Only this table, such as kms_keys.", HelpName = "table" };
        var kind = new Option<string>("--kind") { Description = "Only what appeared, changed, disappeared or returned.", HelpName = string.Join('|', Kinds) };
        kind.AcceptOnlyFromAmong(Kinds);
        var limit = OptionValues.WholeNumber("--limit", "The most rows to show.", minimum: 1, usual: UsualLimit);
        var command = new Command("changes", "Say what appeared, changed (from what to what), disappeared and came back, the newest first.") { since, until, account, table, kind, limit };
        command.SetAction((parsed, cancellationToken) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var from = parsed.GetValue(since) ?? new DateTimeOffset(now.UtcDateTime.Date.AddDays(-1), TimeSpan.Zero);
            // A document's instant may be of this very second.
            var to = parsed.GetValue(until) ?? now.AddSeconds(1);
            return from < to
                ? RunAsync(
                    context(parsed),
                    [Parameter.Text("since", Moment.Text(from)), Parameter.Text("until", Moment.Text(to)), Parameter.Text("account", parsed.GetValue(account)), Parameter.Text("table", parsed.GetValue(table)), Parameter.Text("kind", parsed.GetValue(kind))],
                    parsed.GetValue(limit)!.Value,
                    cancellationToken)
                : throw new CommandException($"--since {Moment.Text(from)} is not before --until {Moment.Text(to)}", ExitCode.WrongUsage);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, IReadOnlyList<SqlParameter> conditions, int limit, CancellationToken cancellationToken)
    {
        var (database, sql) = (new HubClients(context).Database(), SqlFiles.Read("calls/changes"));
        var rows = new List<IReadOnlyList<string?>>();
        ResultTable page;
        do
        {
            // One more than is shown, to know whether there are more.
            var size = Math.Min(PageSize, limit + 1 - rows.Count);
            page = QueryResult.Of(await database.QueryAsync(sql, [.. conditions, Parameter.Text("limit", Text(size)), Parameter.Text("offset", Text(rows.Count))], cancellationToken));
            rows.AddRange(page.Rows);
        }
        while (page.Rows.Count == PageSize && rows.Count <= limit);

        context.Renderer.Render(context.Renderer.IsForPeople ? Narrow(page with { Rows = [.. rows.Take(limit)] }) : page with { Rows = [.. rows.Take(limit)] });
        if (rows.Count > limit)
        {
            await context.Terminal.Error.WriteLineAsync($"orglens: there are more than these {Text(limit)} rows: see --limit, or narrow them by --since, --account, --table or --kind");
        }

        return ExitCode.Fine;
    }

    private static ResultTable Narrow(ResultTable table)
    {
        var kept = table.Columns.Index().Where(column => ForPeople.Contains(column.Item.Name)).Select(column => column.Index).ToList();
        return new ResultTable([.. kept.Select(index => table.Columns[index])], [.. table.Rows.Select(row => (IReadOnlyList<string?>)[.. kept.Select(index => row[index])])]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
