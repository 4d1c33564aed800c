using OrgLens.Aws;
using OrgLens.Cli.Hub;
using OrgLens.Database;

namespace OrgLens.Cli.Doctor;

/// <summary>What the database does not know of the hub: accounts that never sent anything, and what lies in its queues.</summary>
internal sealed class HubStatus(CommandContext context, IAwsCalls calls, TimeProvider clock)
{
    private const int MostNames = 10;

    private static readonly AwsOperation s_listAccounts = AwsServices.Organizations.Operation("ListAccounts") with { Paging = AwsPaging.NextToken(20) };

    private readonly HubQueues _queues = new(context, calls, clock);

    /// <summary>Nothing where the environment is that of a database alone.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken) =>
        _queues.AreKnown ? [await OrganizationAsync(cancellationToken), .. await QueuesAsync(cancellationToken)] : [];

    private static string Names(List<string> names) =>
        names.Count <= MostNames ? string.Join("; ", names) : $"{string.Join("; ", names.Take(MostNames))}; and {names.Count - MostNames} more";

    private async Task<Finding> OrganizationAsync(CancellationToken cancellationToken)
    {
        var expected = new List<(string Id, string Name)>();
        try
        {
            await foreach (var page in calls.PagesAsync(s_listAccounts, context.Required("AWS_REGION"), null, cancellationToken))
            {
                expected.AddRange(page.List("Accounts").Where(account => account.Text("Status") == "ACTIVE").Select(account => (account.Text("Id")!, account.Text("Name") ?? "")));
            }
        }
        catch (AwsCallException failure)
        {
            return new Finding("expected accounts", IsFine: true, "not known", $"{failure.Code}: the organization's management account, or a delegated administrator, may ask");
        }

        var answer = QueryResult.Of(await new HubClients(context).Database().QueryAsync(SqlFiles.Read("calls/known_accounts"), [], cancellationToken));
        var known = answer.Rows.Select(row => row[0]!).ToHashSet(StringComparer.Ordinal);
        var missing = expected.Where(account => !known.Contains(account.Id)).Select(account => $"{account.Id}-{account.Name}").Order(StringComparer.Ordinal).ToList();
        return new Finding("expected accounts", missing.Count == 0, $"{expected.Count - missing.Count} of {expected.Count} were ever seen", missing.Count == 0 ? null : Names(missing));
    }

    private async Task<IReadOnlyList<Finding>> QueuesAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<HubQueue> queues;
        try
        {
            queues = await _queues.ReadAsync(cancellationToken);
        }
        catch (AwsCallException failure)
        {
            return [new Finding("queues", IsFine: false, "not known", failure.Message)];
        }

        var live = queues.Where(queue => !queue.IsDead).ToList();
        var dead = queues.Where(queue => queue.IsDead && queue.Waiting > 0).ToList();
        return
        [
            new Finding(
                "queues",
                live.All(queue => !queue.IsLate),
                $"{live.Sum(queue => queue.Waiting)} messages wait, {live.Sum(queue => queue.InFlight)} are worked on",
                Told(live.Where(queue => queue.Waiting > 0))),
            new Finding("dead letters", dead.Count == 0, $"{dead.Sum(queue => queue.Waiting)}", Told(dead)),
        ];
    }

    private static string? Told(IEnumerable<HubQueue> queues) =>
        string.Join("; ", queues.Select(queue => $"{queue.Name}: {queue.Waiting}{queue.Age}")) is { Length: > 0 } text ? text : null;
}
