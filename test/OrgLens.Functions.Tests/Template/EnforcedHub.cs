using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Local;
using OrgLens.Local.Gateway;
using OrgLens.Local.Lambda;
using OrgLens.Local.Moto;
using OrgLens.Local.Provisioning;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Functions.Tests.Template;

/// <summary>
/// An emulator that refuses what a role does not grant, with the buckets, queues and secrets of the hub, whose database is asked as before. Functions call it with the
/// credentials of their own roles. It compares actions, and resources of S3, SQS and STS; of other services it knows no resources, and conditions it takes for met.
/// </summary>
public sealed class EnforcedHub : IAsyncDisposable
{
    // The services whose resources the emulator compares: /moto/iam/access_control.py asks all others for "*".
    private static readonly string[] s_withResources = ["s3", "sqs", "sts"];

    private const string Everybody = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    // So many requests pass unquestioned that nobody gets to their end.
    private const string Lenient = "1000000000";

    private readonly RunningHub _hub;
    private readonly MotoServer _moto;
    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<string> _refused = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _credentials = [];
    private readonly ReverseProxy _database;
    private readonly ReverseProxy _emulator;
    private LocalGateway _gateway = null!;
    private LambdaHost _functions = null!;

    private EnforcedHub(RunningHub hub, MotoServer moto)
    {
        _hub = hub;
        _moto = moto;
        _database = new ReverseProxy(hub.Cloud.Endpoint);
        _emulator = new ReverseProxy(moto.Endpoint);
        Aws = new ForeignClient(moto.Endpoint);
    }

    /// <summary>boto3, which is not asked for anything while roles are enforced.</summary>
    public ForeignClient Aws { get; }

    /// <summary>What was refused in the last run, as service and operation or method.</summary>
    public IReadOnlyCollection<string> Refused => _refused;

    /// <summary>The secret of the application's role, with the content of the hub's.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>All that functions have written so far.</summary>
    public IEnumerable<string> Log => _log;

    public static async Task<EnforcedHub> StartAsync(RunningHub hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        var moto = await MotoServer.StartAsync(Path.Combine(AppContext.BaseDirectory, "hub", "logs", "enforcing.log"));
        var enforced = new EnforcedHub(hub, moto);
        await enforced.CreateAsync();
        return enforced;
    }

    /// <summary>Runs a function with roles enforced, but for an action that its role is to lack.</summary>
    public async Task<InvocationResult> RunAsync(string function, JsonNode payload, string? without = null)
    {
        await PutPolicyAsync(function, without);
        _refused.Clear();
        await EnforceAsync("0");
        try
        {
            return await _functions.InvokeAsync($"orglens-{function}", payload.Bytes());
        }
        finally
        {
            await EnforceAsync(Lenient);
        }
    }

    public Task PutAsync(string bucket, string key, byte[] body) => Aws.CallAsync("s3", "put_object", new JsonObject
    {
        ["Bucket"] = bucket,
        ["Key"] = key,
        ["Body"] = new JsonObject { ["$bytes"] = Convert.ToBase64String(body) },
    });

    public async ValueTask DisposeAsync()
    {
        if (_functions is not null)
        {
            await _functions.DisposeAsync();
        }

        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        await Aws.DisposeAsync();
        _database.Dispose();
        _emulator.Dispose();
        _http.Dispose();
        await _moto.DisposeAsync();
    }

    private async Task CreateAsync()
    {
        var resources = _hub.Cloud.Resources;
        foreach (var bucket in (string[])[resources.Bucket, resources.TrailBucket])
        {
            await Aws.CallAsync("s3", "create_bucket", new JsonObject
            {
                ["Bucket"] = bucket,
                ["CreateBucketConfiguration"] = new JsonObject { ["LocationConstraint"] = "eu-west-1" },
            });
        }

        foreach (var queue in resources.Queues.Values)
        {
            await Aws.CallAsync("sqs", "create_queue", new JsonObject { ["QueueName"] = queue.Name });
        }

        await Aws.CallAsync("dynamodb", "create_table", new JsonObject
        {
            ["TableName"] = resources.IdempotencyTable,
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["AttributeDefinitions"] = new JsonArray(new JsonObject { ["AttributeName"] = "id", ["AttributeType"] = "S" }),
            ["KeySchema"] = new JsonArray(new JsonObject { ["AttributeName"] = "id", ["KeyType"] = "HASH" }),
        });
        var current = await _hub.Aws.CallAsync("secretsmanager", "get_secret_value", new JsonObject { ["SecretId"] = resources.ApplicationSecretArn, ["VersionStage"] = "AWSCURRENT" });
        var secret = await Aws.CallAsync("secretsmanager", "create_secret", new JsonObject
        {
            ["Name"] = "orglens/database/application",
            ["SecretString"] = (string)current["SecretString"]!,
        });
        Secret = (string)secret["ARN"]!;
        foreach (var function in HubTemplate.Functions.Keys)
        {
            await CreateRoleAsync(function);
        }

        _gateway = await LocalGateway.StartAsync(
            0,
            [
                new("rds-data", (_, service) => service == "rds-data", _database.ForwardAsync),
                new("enforcing", (_, _) => true, async context =>
                {
                    var request = await LocalRequest.ReadAsync(context);
                    await _emulator.ForwardAsync(context);
                    if (context.Response.StatusCode == 403 && request is not null)
                    {
                        _refused.Enqueue($"{request.Service} {request.Operation ?? $"{request.Method} {request.Target}"}");
                    }
                }),
            ],
            _moto.Endpoint);
        _functions = LambdaHost.Create(new LambdaHostOptions
        {
            Command = [Repository.Functions],
            Functions = [.. Definitions()],
            SqsEndpoint = _moto.Endpoint,
            LogFolder = Path.Combine(AppContext.BaseDirectory, "hub", "logs", "enforced"),
            Environment = new Dictionary<string, string>(_hub.Cloud.Environment) { ["AWS_ENDPOINT_URL"] = _gateway.Endpoint.ToString().TrimEnd('/') },
            OnLog = (_, line) => _log.Enqueue(line),
        });
    }

    private IEnumerable<FunctionDefinition> Definitions()
    {
        var resources = _hub.Cloud.Resources with
        {
            Queues = _hub.Cloud.Resources.Queues.ToDictionary(
                queue => queue.Key, queue => queue.Value with { Url = new Uri(_gateway.Endpoint, new Uri(queue.Value.Url).AbsolutePath).ToString() }),
        };
        foreach (var definition in ServerlessTemplate.ReadFunctions(File.ReadAllText(Repository.Template), TemplateValues.Of(resources, new LocalCloudOptions())))
        {
            var environment = new Dictionary<string, string>(definition.Environment);
            foreach (var (name, value) in _credentials[definition.Name["orglens-".Length..]])
            {
                environment[name] = value;
            }

            // The Data API reads secrets of the hub's own; what a function reads is here.
            foreach (var name in (string[])["APPLICATION_SECRET_ARN", "READER_SECRET_ARN"])
            {
                if (environment.ContainsKey(name))
                {
                    environment[name] = Secret;
                }
            }

            yield return definition with { Environment = environment };
        }
    }

    private async Task CreateRoleAsync(string function)
    {
        await Aws.CallAsync("iam", "create_role", new JsonObject { ["RoleName"] = RoleOf(function), ["AssumeRolePolicyDocument"] = Everybody });
        var given = await Aws.CallAsync("sts", "assume_role", new JsonObject
        {
            ["RoleArn"] = $"arn:aws:iam::123456789012:role/{RoleOf(function)}",
            ["RoleSessionName"] = function,
        });
        _credentials[function] = new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = (string)given["Credentials"]!["AccessKeyId"]!,
            ["AWS_SECRET_ACCESS_KEY"] = (string)given["Credentials"]!["SecretAccessKey"]!,
            ["AWS_SESSION_TOKEN"] = (string)given["Credentials"]!["SessionToken"]!,
        };
    }

    private async Task PutPolicyAsync(string function, string? without)
    {
        var statements = GrantedAction.Of(function, _hub.Cloud)
            .Where(grant => grant.Action != without)
            // The emulator asks for a batch by a name of its own; AWS allows it as it allows its messages.
            .SelectMany(grant => grant.Action == "sqs:SendMessage" ? [grant, grant with { Action = "sqs:SendMessageBatch" }] : (GrantedAction[])[grant])
            .Select(grant => (JsonNode)new JsonObject
            {
                ["Effect"] = "Allow",
                ["Action"] = grant.Action,
                ["Resource"] = s_withResources.Contains(grant.Action.Split(':')[0]) ? new JsonArray([.. grant.Resources.Select(resource => (JsonNode)resource)]) : "*",
            });
        await Aws.CallAsync("iam", "put_role_policy", new JsonObject
        {
            ["RoleName"] = RoleOf(function),
            ["PolicyName"] = function,
            ["PolicyDocument"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) }.ToJsonString(),
        });
    }

    private async Task EnforceAsync(string after)
    {
        using var content = new StringContent(after);
        using var answer = await _http.PostAsync(new Uri(_moto.Endpoint, "moto-api/reset-auth"), content);
        answer.EnsureSuccessStatusCode();
    }

    private static string RoleOf(string function) => $"orglens-{function}";
}
