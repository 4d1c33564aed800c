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

    private async Task<IReadOnlyList<(string Id, string Name)>> AccountsAsync(IAwsCalls hub, CancellationToken cancellationToken)
    {
        var accounts = new List<(string Id, string Name)>();
        await foreach (var page in hub.PagesAsync(ListAccounts, local.Required("AWS_REGION"), null, cancellationToken))
        {
            accounts.AddRange(page.List("Accounts").Select(account => (account.Text("Id")!, account.Text("Name")!)));
        }

        var own = await AccountIdentity.FindAsync(hub, local.Required("AWS_REGION"), cancellationToken);
        return [.. accounts.Where(account => account.Id != own.AccountId)];
    }

    // What a deployer would say of the account: its name is "product-environment".
    private static CollectOptions OptionsOf(string name)
    {
        var product = name[..name.LastIndexOf('-')].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]);
        return new CollectOptions { Products = [string.Join(' ', product)], Environment = name[(name.LastIndexOf('-') + 1)..].ToUpperInvariant() };
    }

    private async Task<DemoDocument> CollectAsync(IAwsCalls hub, (string Id, string Name) account, CancellationToken cancellationToken)
    {
        var region = local.Required("AWS_REGION");
        using var calls = new AwsClient(
            new AwsClientOptions
            {
                Endpoint = new Uri(local.Required("AWS_ENDPOINT_URL")),
                Credentials = new AssumedRole(hub, region, $"arn:aws:iam::{account.Id}:role/{Role}", "demo"),
            },
            TimeProvider.System);
        var plan = await new SendPlanner(calls, region, CollectorList.All, TimeProvider.System).PlanAsync(new SendRequest(), OptionsOf(account.Name), cancellationToken);
        using var collected = await new CollectionRun(calls, TimeProvider.System).RunAsync(plan, progress: null, cancellationToken);
        using var body = new MemoryStream();
        await SnapshotWriter.WriteCompressedAsync(collected, body, cancellationToken);
        return new DemoDocument(collected.Key, body.ToArray());
    }
}
