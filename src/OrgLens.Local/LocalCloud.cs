using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Local.DataApi;
using OrgLens.Local.Gateway;
using OrgLens.Local.Lambda;
using OrgLens.Local.Moto;
using OrgLens.Local.Postgres;
using OrgLens.Local.Provisioning;
using OrgLens.Local.Simulation.Api;

namespace OrgLens.Local;

/// <summary>
/// The AWS that OrgLens touches, on one machine: a database behind the Data API, an emulator for everything else, and the functions
/// themselves, fed as they are in AWS. Disposing it stops everything.
/// </summary>
public sealed class LocalCloud : IAsyncDisposable
{
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromMilliseconds(50);
    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly LocalCloudOptions _options;
    private readonly LocalCloudState _state;
    private EmulatorClient _emulator = null!;
    private DataApiEndpoint _dataApi = null!;
    private LambdaHost? _lambda;
    private InvokeApi? _invokeApi;

    private LocalCloud(LocalCloudOptions options)
    {
        _options = options;
        _state = LocalCloudState.Acquire(options.StateFolder);
    }

    /// <summary>The endpoint of every service: AWS_ENDPOINT_URL.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>What a client needs in its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; private set; } = new Dictionary<string, string>();

    /// <summary>What was created.</summary>
    public CloudResources Resources { get; private set; } = null!;

    /// <summary>The database server.</summary>
    public PostgresServer Postgres { get; private set; } = null!;

    /// <summary>Counts the calls of the Data API, and makes them slow or fail.</summary>
    public DataApiFaults Faults => _dataApi.Faults;

    /// <summary>The accounts of the simulated organization as their services show them; null without one.</summary>
    public SimulatedApi? Simulation { get; private set; }

    /// <summary>Starts everything and returns when it can be used.</summary>
    /// <exception cref="LocalCloudException">Something is missing or did not start.</exception>
    public static async Task<LocalCloud> StartAsync(
        LocalCloudOptions options, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var cloud = new LocalCloud(options);
        try
        {
            await cloud.StartPartsAsync(progress, cancellationToken);
            return cloud;
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    /// <summary>Invokes a function, as <c>aws lambda invoke</c> does.</summary>
    public Task<InvocationResult> InvokeAsync(string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default) =>
        _lambda?.InvokeAsync(function, payload, cancellationToken)
        ?? throw new LocalCloudException("This local cloud was started without functions.");

    /// <summary>Waits until every announced snapshot was dealt with: no message waits, none is being worked on.</summary>
    public Task WaitUntilDrainedAsync(CancellationToken cancellationToken = default) => WaitUntilDrainedAsync(Resources.SnapshotQueue, cancellationToken);

    /// <summary>Waits until every announced trail file was dealt with, and then every event of it.</summary>
    public async Task WaitUntilAuditedAsync(CancellationToken cancellationToken = default)
    {
        var fed = _lambda?.Queues ?? new HashSet<string>();
        // A file's events are in their queues before its own message is gone.
        foreach (var name in (string[])["TrailQueue", "ProductQueue", "ProductLetterQueue", "AssetQueue", "UsageQueue"])
        {
            if (fed.Contains(Resources.Queues[name].Arn))
            {
                await WaitUntilDrainedAsync(Resources.Queues[name], cancellationToken);
            }
        }
    }

    /// <summary>How many messages wait in the snapshot queue, how many are being worked on, and how many were given up.</summary>
    public async Task<QueueDepth> CountMessagesAsync(CancellationToken cancellationToken = default)
    {
        var snapshots = new SqsQueue(_emulator, Resources.SnapshotQueue.Url, Resources.SnapshotQueue.Arn);
        var dead = new SqsQueue(_emulator, Resources.DeadLetterQueue.Url, Resources.DeadLetterQueue.Arn);
        var (waiting, inFlight) = await snapshots.CountAsync(cancellationToken);
        return new QueueDepth(waiting, inFlight, (await dead.CountAsync(cancellationToken)).Visible);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }

        Simulation?.Dispose();
        _emulator?.Dispose();
        _state.Dispose();
    }

    private async Task WaitUntilDrainedAsync(QueueAddress address, CancellationToken cancellationToken)
    {
        var queue = new SqsQueue(_emulator, address.Url, address.Arn);
        while (await queue.CountAsync(cancellationToken) is not (0, 0))
        {
            await Task.Delay(s_pollInterval, cancellationToken);
        }
    }

    private async Task StartPartsAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report("Starting PostgreSQL and moto");
        var logs = Directory.CreateDirectory(Path.Combine(_state.Folder, "logs")).FullName;
        var starting = MotoServer.StartAsync(Path.Combine(logs, "moto.log"), cancellationToken);
        try
        {
            Postgres = Keep(await PostgresServer.StartAsync(
                new PostgresOptions(Path.Combine(_state.Folder, "postgres")) { IsDurable = _options.IsDurable }, cancellationToken));
        }
        finally
        {
            // Whatever became of the database, the emulator has to be stopped in the end.
            await starting.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (starting.IsCompletedSuccessfully)
            {
                Keep(starting.Result);
            }
        }

        var moto = await starting;
        progress?.Report("Creating buckets, queues, bus, key, table and secrets");
        _emulator = new EmulatorClient(moto.Endpoint, _options.Region);
        var provisioner = new Provisioner(_emulator, _options);
        Resources = await provisioner.CreateAsync(cancellationToken);
        await Postgres.EnsureMasterUserAsync(provisioner.Master, cancellationToken);
        await Postgres.EnsureDatabaseAsync(_options.Database, provisioner.Master.UserName, cancellationToken);

        _dataApi = Keep(new DataApiEndpoint(new DataApiOptions(Postgres, Resources.ClusterArn, FindSecretAsync) { Limits = _options.DataApiLimits }));
        if (_options.Simulation is { } simulation)
        {
            Simulation = new SimulatedApi(simulation, _options.AccountId, _options.Region, moto.Endpoint);
        }

        var gateway = Keep(await LocalGateway.StartAsync(_options.Port, Routes(), moto.Endpoint, _options.OnRequest, cancellationToken));
        Endpoint = gateway.Endpoint;
        Resources = Resources with { Queues = Resources.Queues.ToDictionary(queue => queue.Key, queue => AtGateway(queue.Value)) };
        Environment = ClientEnvironment.Of(Endpoint, Resources, _options);

        await Task.WhenAll(SeedAsync(progress, cancellationToken), StartFunctionsAsync(moto.Endpoint, logs, progress, cancellationToken));
        _state.MarkReady(Environment);
        progress?.Report($"Ready at {Endpoint}");
    }

    private Task SeedAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (_options.Simulation is not { IsSeeded: true } simulation)
        {
            return Task.CompletedTask;
        }

        progress?.Report($"Setting up {simulation.Plan.Accounts} accounts");
        return Simulation!.SeedAsync(cancellationToken);
    }

    private async Task StartFunctionsAsync(Uri sqs, string logs, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (_options.Functions is { } functions)
        {
            var template = await File.ReadAllTextAsync(functions.TemplatePath, cancellationToken);
            _lambda = Keep(LambdaHost.Create(new LambdaHostOptions
            {
                Command = functions.Command,
                Functions = ServerlessTemplate.ReadFunctions(template, TemplateValues.Of(Resources, _options)),
                Environment = ClientEnvironment.OfFunctions(Endpoint, _options),
                SqsEndpoint = sqs,
                LogFolder = logs,
                Region = _options.Region,
                AccountId = _options.AccountId,
                MaximumEnvironments = _options.MaximumEnvironments,
                OnLog = _options.OnFunctionLog,
            }));
            _invokeApi = new InvokeApi(_lambda);
        }

        progress?.Report("Applying the database schema");
        await ApplySchemaAsync(cancellationToken);
        if (_lambda is not null)
        {
            await _lambda.StartQueuesAsync(cancellationToken);
        }
    }

    private async Task ApplySchemaAsync(CancellationToken cancellationToken)
    {
        if (_options.ApplySchema is { } apply)
        {
            await apply(this, cancellationToken);
        }
        else if (_lambda is not null && _options.MigrationFunction is { } function)
        {
            var result = await _lambda.InvokeAsync(function, "{}"u8.ToArray(), cancellationToken);
            if (!result.IsSuccess)
            {
                throw new LocalCloudException($"The database schema could not be applied: {Encoding.UTF8.GetString(result.Payload.Span)}\n{result.LogTail}");
            }
        }
    }

    /// <summary>The services that are answered here, in the order they are asked; all others are the emulator's.</summary>
    private IReadOnlyList<ServiceRoute> Routes() =>
    [
        new("rds-data", (request, service) => DataApiEndpoint.Owns(request.Path) && service is "rds-data" or null, _dataApi.HandleAsync),
        new("faults", (request, _) => request.Path == FaultControl.Path, new FaultControl(_dataApi.Faults).HandleAsync),
        new("lambda", (request, _) => _invokeApi?.Owns(request) == true, context => _invokeApi!.HandleAsync(context)),
        .. Simulation?.Routes ?? [],
    ];

    private async Task<string?> FindSecretAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _emulator.CallAsync(
                EmulatedService.SecretsManager, "GetSecretValue", new JsonObject { ["SecretId"] = arn, ["VersionStage"] = "AWSCURRENT" }, cancellationToken);
            return (string?)answer["SecretString"] ?? "";
        }
        catch (EmulatorException e) when (e.Code == "ResourceNotFoundException")
        {
            return null;
        }
    }

    /// <summary>The emulator names queues by its own address; clients should come through the gateway.</summary>
    private QueueAddress AtGateway(QueueAddress queue) => queue with { Url = new Uri(Endpoint, new Uri(queue.Url).AbsolutePath).ToString() };

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
