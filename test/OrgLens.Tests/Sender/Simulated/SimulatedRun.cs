using Amazon.Runtime;
using OrgLens.Aws;
using OrgLens.Local.Gateway;
using OrgLens.Local.Moto;
using OrgLens.Local.Simulation;
using OrgLens.Local.Simulation.Api;
using OrgLens.Sender;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>
/// An account of the simulated organization, collected whole in several Regions by the real client over the network, once for the whole run
/// of the tests. Its answers are remembered.
/// </summary>
internal sealed class SimulatedRun : IAsyncDisposable
{
    public const string HubAccount = "123456789012";

    private static readonly Lazy<Task<SimulatedRun>> s_shared = new(StartAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("orglens-simulation-").FullName;
    private readonly List<AwsClient> _clients = [];
    private MotoServer _moto = null!;
    private LocalGateway _gateway = null!;

    private SimulatedRun()
    {
    }

    public static SimulationPlan Organization { get; } = new() { Accounts = 12, Days = 20, Start = new DateOnly(2026, 11, 1) };

    public static DateTimeOffset Now { get; } = new(2026, 11, 18, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The day before: what a daily document speaks of.</summary>
    public static DateOnly Yesterday { get; } = new(2026, 11, 17);

    /// <summary>The day of the run.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 18);

    public SimulatedApi Api { get; private set; } = null!;

    /// <summary>A production account in two Regions.</summary>
    public SimulatedAccount Account { get; private set; } = null!;

    /// <summary>The account's client, which remembers.</summary>
    public Answers Answers { get; private set; } = null!;

    public CollectionPlan Plan { get; private set; } = null!;

    public IReadOnlyList<CoverageEntry> Coverage { get; private set; } = [];

    /// <summary>The document, as it lies in the bucket.</summary>
    public TestSnapshot Snapshot { get; private set; } = null!;

    /// <summary>Actions that the services saw, by their names in IAM policies.</summary>
    public IReadOnlyCollection<string> Actions { get; private set; } = [];

    /// <summary>The account as it was collected in this run.</summary>
    public static Task<SimulatedRun> SharedAsync() => s_shared.Value;

    /// <summary>Ends the simulation, if any test needed it.</summary>
    public static ValueTask StopAsync() =>
        s_shared is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? s_shared.Value.Result.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>What the deployer says of the account, and a budget that nothing exceeds.</summary>
    public static CollectOptions OptionsOf(SimulatedAccount account) => new()
    {
        Customer = account.Customer,
        Partner = account.Partner,
        Products = account.Product.Split(", "),
        Category = account.Category,
        Environment = account.Environment,
        PaidCalls = 20,
    };

    /// <summary>The emulator, which has the accounts' buckets, tables and clusters.</summary>
    public Uri Emulator => _moto.Endpoint;

    /// <summary>A client of an account, which waits for nothing.</summary>
    /// <param name="account">The account.</param>
    /// <param name="endpoint">Where its services are; null: those of this run.</param>
    public AwsClient Enter(SimulatedAccount account, Uri? endpoint = null)
    {
        endpoint ??= _gateway.Endpoint;
        var hub = Keep(new AwsClient(new AwsClientOptions { Endpoint = endpoint, Credentials = new BasicAWSCredentials("test", "test") }, TimeProvider.System));
        return Keep(new AwsClient(
            new AwsClientOptions
            {
                Endpoint = endpoint,
                Credentials = new AssumedRole(hub, "eu-west-1", $"arn:aws:iam::{account.Id}:role/OrgLens-Collector", "test"),
                AttemptTimeout = TimeSpan.FromMinutes(10),
            },
            new HastyClock(Now)));
    }

    /// <summary>Collects as the function does, and gives the document as it would lie in the bucket.</summary>
    public static async Task<(CollectionPlan Plan, IReadOnlyList<CoverageEntry> Coverage, TestSnapshot Snapshot)> CollectAsync(
        IAwsCalls calls, SendRequest request, CollectOptions options, DateTimeOffset? now = null)
    {
        var clock = new HastyClock(now ?? Now);
        var plan = await new SendPlanner(calls, "eu-west-1", CollectorList.All, clock).PlanAsync(request, options, CancellationToken.None);
        using var collected = await new CollectionRun(calls, clock).RunAsync(plan, null, CancellationToken.None);
        using var body = new MemoryStream();
        await SnapshotWriter.WriteCompressedAsync(collected, body, CancellationToken.None);
        return (plan, collected.Coverage, new TestSnapshot(collected.Key, collected.CollectedAt.AddMinutes(5), body.ToArray()));
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _gateway.DisposeAsync();
        Api.Dispose();
        await _moto.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<SimulatedRun> StartAsync()
    {
        var run = new SimulatedRun();
        run._moto = await MotoServer.StartAsync(Path.Combine(run._folder, "moto.log"));
        run.Api = new SimulatedApi(new SimulationOptions(Organization) { Now = Now }, HubAccount, "eu-west-1", run._moto.Endpoint);
        run.Account = run.Api.Organization.Accounts.First(account => account.Environment == "PRODUCTION" && account.Regions.Count > 1);
        await run.Api.SeedAsync();
        run._gateway = await LocalGateway.StartAsync(0, [.. run.Api.Routes], run._moto.Endpoint);
        run.Answers = new Answers(run.Enter(run.Account));
        // Both of its own Regions, one where it has nothing, one that it has not opted into.
        var request = new SendRequest { Regions = [.. run.Account.Regions, "sa-east-1", "ap-east-1"] };
        (run.Plan, run.Coverage, run.Snapshot) = await CollectAsync(run.Answers, request, OptionsOf(run.Account));
        run.Actions = [.. run.Api.Faults.Calls.Keys];
        return run;
    }

    private AwsClient Keep(AwsClient client)
    {
        lock (_clients)
        {
            _clients.Add(client);
        }

        return client;
    }
}
