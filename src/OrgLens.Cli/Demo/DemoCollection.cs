using System.Collections.Concurrent;
using OrgLens.Aws;
using OrgLens.Cli.Hub;
using OrgLens.Sender;

namespace OrgLens.Cli.Demo;

/// <summary>Collects the accounts of the simulated organization, each through a role in it, as the sender does inside an account.</summary>
internal sealed class DemoCollection(CommandContext local)
{
    private const string Role = "OrgLensCollector";

    private static readonly AwsOperation ListAccounts = AwsServices.Organizations.Operation("ListAccounts") with { Paging = AwsPaging.NextToken(20) };

    /// <summary>A document per account, in the order of the accounts.</summary>
    public async Task<IReadOnlyList<DemoDocument>> RunAsync(CancellationToken cancellationToken)
    {
        using var clients = new CollectClients(local, profile: null);
        var accounts = await AccountsAsync(clients.Calls, cancellationToken);
        return await local.Stages.RunAsync<IReadOnlyList<DemoDocument>>("Collecting accounts", accounts.Count, async progress =>
        {
            var documents = new ConcurrentBag<DemoDocument>();
            await Parallel.ForEachAsync(accounts, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (account, token) =>
            {
                documents.Add(await CollectAsync(clients.Calls, account, token));
                progress.Report(documents.Count);
            });
            return [.. documents.OrderBy(document => document.Key, StringComparer.Ordinal)];
        });
    }

    private async Task<IReadOnlyList<string>> AccountsAsync(IAwsCalls hub, CancellationToken cancellationToken)
    {
        var accounts = new List<string>();
        await foreach (var page in hub.PagesAsync(ListAccounts, local.Required("AWS_REGION"), null, cancellationToken))
        {
            accounts.AddRange(page.List("Accounts").Select(account => account.Text("Id")!));
        }

        var own = await AccountIdentity.FindAsync(hub, local.Required("AWS_REGION"), cancellationToken);
        return [.. accounts.Where(account => account != own.AccountId)];
    }

    private async Task<DemoDocument> CollectAsync(IAwsCalls hub, string account, CancellationToken cancellationToken)
    {
        var region = local.Required("AWS_REGION");
        using var calls = new AwsClient(
            new AwsClientOptions
            {
                Endpoint = new Uri(local.Required("AWS_ENDPOINT_URL")),
                Credentials = new AssumedRole(hub, region, $"arn:aws:iam::{account}:role/{Role}", "demo"),
            },
            TimeProvider.System);
        var plan = await new SendPlanner(calls, region, CollectorList.All, TimeProvider.System).PlanAsync(new SendRequest(), new CollectOptions(), cancellationToken);
        using var collected = await new CollectionRun(calls, TimeProvider.System).RunAsync(plan, progress: null, cancellationToken);
        using var body = new MemoryStream();
        await SnapshotWriter.WriteCompressedAsync(collected, body, cancellationToken);
        return new DemoDocument(collected.Key, body.ToArray());
    }
}
