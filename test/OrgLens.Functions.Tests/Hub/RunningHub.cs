using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using OrgLens.Functions.Tests.Audit;
using OrgLens.Local;
using OrgLens.Local.DataApi;
using OrgLens.Local.Gateway;
using OrgLens.Local.Lambda;
using OrgLens.Local.Provisioning;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Functions.Tests.Hub;

/// <summary>One local cloud with the published executable, shared by all tests; each test speaks for accounts of its own.</summary>
public sealed class RunningHub : IAsyncLifetime
{
    /// <summary>Seconds that a received message stays hidden, unless a test says otherwise: longer than any load takes here.</summary>
    public const int VisibilityTimeout = 60;

    /// <summary>The most keys that S3 lists at a time, 1,000 in production.</summary>
    public const int ListingPage = 20;

    /// <summary>The steps of a rotation, in their order.</summary>
    public static readonly IReadOnlyList<string> RotationSteps = ["createSecret", "setSecret", "testSecret", "finishSecret"];

    private static readonly string s_state = Path.Combine(AppContext.BaseDirectory, "hub");
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(50);
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentQueue<LocalRequest> _requests = new();
    private NpgsqlDataSource _database = null!;
    private int _accounts;

    public LocalCloud Cloud { get; private set; } = null!;

    /// <summary>boto3.</summary>
    public ForeignClient Aws { get; private set; } = null!;

    /// <summary>The hub's bucket, whose objects under <c>data/</c> are announced to the queue.</summary>
    public Bucket SnapshotBucket { get; private set; } = null!;

    /// <summary>A bucket whose objects nobody announces: for functions that are invoked by hand.</summary>
    public Bucket QuietBucket { get; private set; } = null!;

    /// <summary>What is given up after five receives: that takes a minute, which begins with the hub.</summary>
    public PoisonedBatches Poisoned { get; private set; } = null!;

    /// <summary>All that functions have written so far.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>All that was asked of the cloud so far, by whom.</summary>
    public IReadOnlyCollection<LocalRequest> Requests => _requests;

    public async Task InitializeAsync()
    {
        // The emulator inherits it: a listing has several pages without thousands of objects.
        Environment.SetEnvironmentVariable("MOTO_S3_DEFAULT_MAX_KEYS", $"{ListingPage}");
        Cloud = await LocalCloud.StartAsync(new LocalCloudOptions
        {
            StateFolder = s_state,
            Port = 0,
            IsDurable = false,
            Functions = new LocalFunctions([Repository.Functions], Repository.Template),
            QueueVisibilityTimeout = TimeSpan.FromSeconds(VisibilityTimeout),
            // Nobody may hold a whole document of the largest size in memory.
            FunctionEnvironment = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0xC000000" },
            OnFunctionLog = (_, line) => _log.Enqueue(line),
            OnRequest = _requests.Enqueue,
        });
        _database = NpgsqlDataSource.Create(Cloud.Postgres.ConnectionString("core"));
        Aws = new ForeignClient(Cloud.Endpoint);
        SnapshotBucket = new Bucket(Cloud.Endpoint, Cloud.Resources.Bucket);
        await Aws.CallAsync("s3", "create_bucket", new JsonObject
        {
            ["Bucket"] = "quiet",
            ["CreateBucketConfiguration"] = new JsonObject { ["LocationConstraint"] = "eu-west-1" },
        });
        QuietBucket = new Bucket(Cloud.Endpoint, "quiet");
        Poisoned = new PoisonedBatches(this);
    }

    public async Task DisposeAsync()
    {
        await Poisoned.Done;
        QuietBucket?.Dispose();
        SnapshotBucket?.Dispose();
        if (Aws is not null)
        {
            await Aws.DisposeAsync();
        }

        await _database.DisposeAsync();
        await Cloud.DisposeAsync();
        // The logs stay, for whoever looks for the cause of a failure.
        Directory.Delete(Path.Combine(s_state, "postgres"), recursive: true);
    }

    /// <summary>An account that no other test speaks for.</summary>
    public string NewAccount() => (700_000_000_000 + Interlocked.Increment(ref _accounts)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Runs a function and returns its answer.</summary>
    public async Task<JsonNode?> InvokeAsync(string function, JsonNode payload)
    {
        var result = await RunAsync(function, payload);
        Assert.True(result.IsSuccess, System.Text.Encoding.UTF8.GetString(result.Payload.Span) + result.LogTail);
        return result.Payload.IsEmpty ? null : JsonNode.Parse(result.Payload.Span);
    }

    /// <summary>Runs a function, whatever becomes of it.</summary>
    public Task<InvocationResult> RunAsync(string function, JsonNode payload) =>
        Cloud.InvokeAsync($"orglens-{function}", System.Text.Encoding.UTF8.GetBytes(payload.ToJsonString()));

    /// <summary>Has Secrets Manager begin a rotation: a version without content that waits for its first step. Returns its id.</summary>
    public async Task<string> BeginRotationAsync(string secret)
    {
        var token = Guid.NewGuid().ToString();
        // The emulator knows no functions of ours; it has made the version before it says so.
        var refusal = await Aws.FailAsync("secretsmanager", "rotate_secret", new JsonObject
        {
            ["SecretId"] = secret,
            ["ClientRequestToken"] = token,
            ["RotationLambdaARN"] = "arn:aws:lambda:eu-west-1:123456789012:function:orglens-RotateSecret",
            ["RotationRules"] = new JsonObject { ["AutomaticallyAfterDays"] = 30 },
        });
        Assert.Equal("ResourceNotFoundException", refusal.Code);
        return token;
    }

    /// <summary>Rotates a secret as Secrets Manager does.</summary>
    public async Task RotateAsync(string secret)
    {
        var token = await BeginRotationAsync(secret);
        foreach (var step in RotationSteps)
        {
            await InvokeAsync("RotateSecret", RotationStep(step, secret, token));
        }
    }

    /// <summary>The event of one step of a rotation.</summary>
    public static JsonObject RotationStep(string step, string secret, string? token) =>
        new() { ["Step"] = step, ["SecretId"] = secret, ["ClientRequestToken"] = token };

    /// <summary>A host of its own for one function, some of whose variables have other values.</summary>
    public LambdaHost HostWith(string function, params (string Name, string Value)[] variables)
    {
        var definition = ServerlessTemplate
            .ReadFunctions(File.ReadAllText(Repository.Template), TemplateValues.Of(Cloud.Resources, new LocalCloudOptions()))
            .Single(each => each.Name == $"orglens-{function}");
        return LambdaHost.Create(new LambdaHostOptions
        {
            Command = [Repository.Functions],
            Functions = [definition with { Environment = Changed(definition.Environment, variables) }],
            SqsEndpoint = Cloud.Endpoint,
            LogFolder = Path.Combine(s_state, "logs", "others"),
            Environment = Cloud.Environment,
            OnLog = (_, line) => _log.Enqueue(line),
        });
    }

    /// <summary>The faults of the Data API, none of which is ordered, for a test whose calls are the only ones.</summary>
    public async Task<DataApiFaults> FaultsAsync()
    {
        await Poisoned.Done;
        Cloud.Faults.Reset();
        return Cloud.Faults;
    }

    /// <summary>Waits until no message is in the queue of snapshots any more.</summary>
    public async Task DrainAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        await Cloud.WaitUntilDrainedAsync(patience.Token);
    }

    /// <summary>Waits for what another process does.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        using var patience = new CancellationTokenSource(s_patience);
        while (!await holds())
        {
            await Task.Delay(s_poll, patience.Token);
        }
    }

    /// <summary>Says for how long received messages stay hidden from now on.</summary>
    public async Task SetVisibilityTimeoutAsync(int seconds)
    {
        await Aws.CallAsync("sqs", "set_queue_attributes", new JsonObject
        {
            ["QueueUrl"] = Cloud.Resources.SnapshotQueue.Url,
            ["Attributes"] = new JsonObject { ["VisibilityTimeout"] = seconds.ToString(CultureInfo.InvariantCulture) },
        });
        // A receive that waits already hides its messages for as long as was said before: it gets one that nobody wants.
        await SendAsync("""{"Service":"Amazon S3","Event":"s3:TestEvent"}""");
        await DrainAsync();
    }

    /// <summary>Puts an object into the hub's bucket that nobody announces, and returns its key.</summary>
    public async Task<string> PutUnannouncedAsync(string key, byte[] body)
    {
        var configuration = await Aws.CallAsync("s3", "get_bucket_notification_configuration", new JsonObject { ["Bucket"] = SnapshotBucket.Name });
        await ConfigureAsync(new JsonObject());
        await SnapshotBucket.PutAsync(key, body);
        await ConfigureAsync(configuration.DeepClone().AsObject());
        return key;

        Task ConfigureAsync(JsonObject notification) => Aws.CallAsync("s3", "put_bucket_notification_configuration", new JsonObject
        {
            ["Bucket"] = SnapshotBucket.Name,
            ["NotificationConfiguration"] = notification,
        });
    }

    /// <summary>Sends messages to the queue of snapshots.</summary>
    public async Task SendAsync(params IEnumerable<string> bodies)
    {
        foreach (var batch in bodies.Chunk(10))
        {
            await Aws.CallAsync("sqs", "send_message_batch", new JsonObject
            {
                ["QueueUrl"] = Cloud.Resources.SnapshotQueue.Url,
                ["Entries"] = new JsonArray([.. batch.Select((body, index) => new JsonObject { ["Id"] = $"m{index}", ["MessageBody"] = body })]),
            });
        }
    }

    /// <summary>Rows of the database, each as one text, read past the Data API.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string sql, params object[] parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        await using var command = _database.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    private static Dictionary<string, string> Changed(IReadOnlyDictionary<string, string> environment, IEnumerable<(string Name, string Value)> variables)
    {
        var changed = new Dictionary<string, string>(environment);
        foreach (var (name, value) in variables)
        {
            changed[name] = value;
        }

        return changed;
    }
}
