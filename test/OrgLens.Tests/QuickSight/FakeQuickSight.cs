using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.QuickSight;

/// <summary>
/// A QuickSight that remembers: what is made can be found, changed and listed afterwards, jobs take two looks, and every call and answer is held
/// against the service's model. It is also where exports are downloaded from.
/// </summary>
internal sealed class FakeQuickSight : HttpMessageHandler, IAwsCalls
{
    public const string Account = "123456789012";
    public const string Region = "eu-west-1";
    public const string IdentityRegion = "us-east-1";

    private readonly List<(AwsOperation Operation, JsonObject Input)> _asked = [];
    private readonly List<(AwsOperation Operation, string Body)> _told = [];
    private readonly Dictionary<string, int> _looks = [];
    private readonly Dictionary<string, byte[]> _bundles = [];

    /// <summary>The names of the calls so far, those that only look left out.</summary>
    public List<string> Changes { get; } = [];

    public List<string> Members { get; } = [];

    public HashSet<string> Groups { get; } = [];

    public JsonObject? DataSource { get; set; }

    public Dictionary<string, JsonObject> DataSets { get; } = [];

    /// <summary>Documents of analyses by their ids.</summary>
    public Dictionary<string, JsonObject> Analyses { get; } = [];

    public Dictionary<string, DateTimeOffset> ChangedAt { get; } = [];

    /// <summary>Principals with their actions, by the path of what they were granted on.</summary>
    public Dictionary<string, Dictionary<string, JsonArray>> Permissions { get; } = [];

    public Dictionary<string, string> Tags { get; } = [];

    /// <summary>Errors of the next import; it fails with them, and is undone.</summary>
    public JsonArray? ImportErrors { get; set; }

    /// <summary>The error code of the call with this name, once.</summary>
    public (string Operation, AwsErrorKind Kind, string Code)? Fault { get; set; }

    /// <summary>Answers of this operation are lost once: it does what it does, and the call is made again.</summary>
    public string? Lost { get; set; }

    /// <summary>What QuickSight finds when it tries the data source.</summary>
    public string DataSourceStatus { get; set; } = "SUCCESSFUL";

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<(AwsOperation Operation, JsonObject Input)> Asked => _asked;

    /// <summary>Where calls and answers differ from the service's model.</summary>
    public Task<IReadOnlyList<string>> DifferencesAsync() => ServiceModels.DifferencesAsync([], _asked, _told);

    public Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken)
    {
        if (Elsewhere(operation) is { } known)
        {
            return Task.FromResult(known);
        }

        var given = input?.DeepClone().AsObject() ?? [];
        _asked.Add((operation, given));
        if (!operation.Name.StartsWith("Describe", StringComparison.Ordinal) && !operation.Name.StartsWith("List", StringComparison.Ordinal))
        {
            Changes.Add(operation.Name);
        }

        if (Fault is { } fault && fault.Operation == operation.Name)
        {
            Fault = null;
            throw new AwsCallException(operation, region, fault.Kind, fault.Code);
        }

        Assert.Equal(operation.Name.Contains("Group", StringComparison.Ordinal) || operation.Name == "ListUsers" ? IdentityRegion : Region, region);
        var answer = Answer(operation, region, given);
        if (Lost == operation.Name)
        {
            Lost = null;
            return CallAsync(operation, region, input, cancellationToken);
        }

        _told.Add((operation, answer.ToJsonString()));
        return Task.FromResult(CannedCalls.Read(operation, answer.ToJsonString()));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_bundles[request.RequestUri!.Segments[^1]]) });

    // Whose account it is, and where the database is to be found.
    private static AwsValue? Elsewhere(AwsOperation operation) => operation.Name switch
    {
        "GetCallerIdentity" => CannedCalls.Read(operation, $"<GetCallerIdentityResponse><GetCallerIdentityResult><Account>{Account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"),
        "DescribeDBClusters" => CannedCalls.Read(
            operation,
            """
            <DescribeDBClustersResponse><DescribeDBClustersResult><DBClusters><DBCluster>
            <Endpoint>writer.example</Endpoint><ReaderEndpoint>readers.example</ReaderEndpoint><Port>5433</Port>
            </DBCluster></DBClusters></DescribeDBClustersResult></DescribeDBClustersResponse>
            """),
        _ => null,
    };

    private static string Arn(string resource) => $"arn:aws:quicksight:{Region}:{Account}:{resource}";

    private JsonObject Answer(AwsOperation operation, string region, JsonObject input) => operation.Name switch
    {
        "DescribeGroup" => Group(operation, region, (string)input["GroupName"]!),
        "CreateGroup" => Made(operation, region, Groups.Add((string)input["GroupName"]!), []),
        "ListUsers" => (string?)input["next-token"] is null
            ? new JsonObject { ["UserList"] = new JsonArray(User("Reader", "READER"), User("Admin", "ADMIN")), ["NextToken"] = "t" }
            : new JsonObject { ["UserList"] = new JsonArray(User("AdminRole/boss", "ADMIN_PRO")) },
        "ListGroupMemberships" => new JsonObject { ["GroupMemberList"] = new JsonArray([.. Members.Take(1).Select(name => new JsonObject { ["MemberName"] = name })]) },
        "CreateGroupMembership" => Did(() => Members.Add((string)input["MemberName"]!)),
        "DescribeDataSource" => new JsonObject { [nameof(DataSource)] = Tried(Found(operation, region, DataSource)) },
        "CreateDataSource" => Made(operation, region, DataSource is null, SetSource(input)),
        "UpdateDataSource" => SetSource(input),
        "DescribeDataSet" => new JsonObject { ["DataSet"] = Found(operation, region, DataSets.GetValueOrDefault((string)input["DataSetId"]!)).DeepClone() },
        "CreateDataSet" => Made(operation, region, !DataSets.ContainsKey((string)input["DataSetId"]!), SetDataSet(input)),
        "UpdateDataSet" => SetDataSet(input),
        "DescribeAnalysis" => DescribeAnalysis(operation, region, (string)input["AnalysisId"]!),
        "DescribeDataSourcePermissions" or "DescribeDataSetPermissions" or "DescribeAnalysisPermissions" => new JsonObject
        {
            [nameof(Permissions)] = new JsonArray([.. PermissionsOf(input).Select(each => new JsonObject { ["Principal"] = each.Key, ["Actions"] = each.Value.DeepClone() })]),
        },
        "UpdateDataSourcePermissions" or "UpdateDataSetPermissions" or "UpdateAnalysisPermissions" => Did(() => Grant(PermissionsOf(input), input["GrantPermissions"])),
        "ListTagsForResource" => new JsonObject { [nameof(Tags)] = new JsonArray([.. Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]) },
        "TagResource" => Did(() => Tags[(string)input[nameof(Tags)]![0]!["Key"]!] = (string)input[nameof(Tags)]![0]!["Value"]!),
        "StartAssetBundleImportJob" => StartImport(operation, region, input),
        "DescribeAssetBundleImportJob" => Import((string)input["AssetBundleImportJobId"]!),
        "StartAssetBundleExportJob" => StartExport(input),
        "DescribeAssetBundleExportJob" => Export((string)input["AssetBundleExportJobId"]!),
        _ => throw new InvalidOperationException(operation.Name),
    };

    private static JsonObject User(string name, string role) => new() { ["UserName"] = name, ["Role"] = role, ["Arn"] = $"arn:aws:quicksight:{IdentityRegion}:{Account}:user/default/{name}" };

    private static JsonObject Found(AwsOperation operation, string region, JsonObject? thing) =>
        thing ?? throw new AwsCallException(operation, region, AwsErrorKind.NotFound, "ResourceNotFoundException");

    private static JsonObject Made(AwsOperation operation, string region, bool isNew, JsonObject answer) =>
        isNew ? answer : throw new AwsCallException(operation, region, AwsErrorKind.Failed, "ResourceExistsException");

    private static JsonObject Did(Action action)
    {
        action();
        return [];
    }

    private JsonObject Group(AwsOperation operation, string region, string name) => Found(operation, region, Groups.Contains(name)
        ? new JsonObject { ["Group"] = new JsonObject { ["GroupName"] = name, ["Arn"] = $"arn:aws:quicksight:{IdentityRegion}:{Account}:group/default/{name}" } }
        : null);

    private JsonObject SetSource(JsonObject input)
    {
        if (input.ContainsKey("Type") && DataSource is not null)
        {
            return [];
        }

        var made = DataSource is null;
        DataSource ??= [];
        foreach (var (name, value) in input.Where(member => member.Key is not ("AwsAccountId" or "Credentials" or nameof(Permissions))))
        {
            DataSource[name] = value?.DeepClone();
        }

        DataSource["SecretArn"] = (string?)input["Credentials"]?["SecretArn"];
        if (DataSource["SecretArn"] is null)
        {
            DataSource.Remove("SecretArn");
        }

        DataSource["Status"] = made ? "CREATION_IN_PROGRESS" : "UPDATE_IN_PROGRESS";
        Grant(PermissionsOf(input), input[nameof(Permissions)]);
        return [];
    }

    // Whoever looks sees it being tried once, and then how that went.
    private JsonObject Tried(JsonObject source)
    {
        var seen = (JsonObject)source.DeepClone();
        if (((string)source["Status"]!).EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
        {
            source["Status"] = ((string)source["Status"]!).Replace("IN_PROGRESS", DataSourceStatus, StringComparison.Ordinal);
            source["ErrorInfo"] = new JsonObject { ["Type"] = "TIMEOUT" };
        }

        return seen;
    }

    private JsonObject SetDataSet(JsonObject input)
    {
        var id = (string)input["DataSetId"]!;
        if (input.ContainsKey(nameof(Permissions)) && DataSets.ContainsKey(id))
        {
            return [];
        }

        DataSets[id] = new JsonObject(input.Where(member => member.Key is not ("AwsAccountId" or nameof(Permissions))).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        Grant(PermissionsOf(input), input[nameof(Permissions)]);
        return [];
    }

    private JsonObject DescribeAnalysis(AwsOperation operation, string region, string id) => new()
    {
        ["Analysis"] = new JsonObject
        {
            ["AnalysisId"] = id,
            ["Name"] = (string?)Found(operation, region, Analyses.GetValueOrDefault(id))["name"],
            ["Status"] = "CREATION_SUCCESSFUL",
            ["LastUpdatedTime"] = ChangedAt[id].ToUnixTimeSeconds(),
        },
    };

    private Dictionary<string, JsonArray> PermissionsOf(JsonObject input)
    {
        // The data source and the analysis have the same id.
        var id = input["DataSourceId"] is { } source ? $"datasource/{source}" : (string)(input["DataSetId"] ?? input["AnalysisId"])!;
        return Permissions.TryGetValue(id, out var known) ? known : Permissions[id] = [];
    }

    private static void Grant(Dictionary<string, JsonArray> permissions, JsonNode? granted)
    {
        foreach (var permission in granted?.AsArray() ?? [])
        {
            permissions[(string)permission!["Principal"]!] = (JsonArray)permission["Actions"]!.DeepClone();
        }
    }

    private JsonObject StartImport(AwsOperation operation, string region, JsonObject input)
    {
        var id = (string)input["AssetBundleImportJobId"]!;
        if (_looks.TryGetValue(id, out var looks) && looks == 0)
        {
            throw new AwsCallException(operation, region, AwsErrorKind.Failed, "ConflictException");
        }

        _looks[id] = 0;
        if (ImportErrors is null)
        {
            using var archive = new ZipArchive(new MemoryStream(Convert.FromBase64String((string)input["AssetBundleImportSource"]!["Body"]!)));
            using var stream = Assert.Single(archive.Entries).Open();
            var document = JsonNode.Parse(stream)!.AsObject();
            var analysis = (string)document["analysisId"]!;
            Analyses[analysis] = document;
            ChangedAt[analysis] = Now;
            if (input["OverridePermissions"]?[nameof(Analyses)]?[0]?[nameof(Permissions)] is { } permissions)
            {
                Permissions[analysis] = permissions["Principals"]!.AsArray().ToDictionary(principal => (string)principal!, _ => (JsonArray)permissions["Actions"]!.DeepClone());
            }
        }

        return new JsonObject { ["AssetBundleImportJobId"] = id };
    }

    private JsonObject Import(string id)
    {
        if (_looks[id]++ == 0)
        {
            return new JsonObject { ["JobStatus"] = "IN_PROGRESS" };
        }

        var job = ImportErrors is null ? new JsonObject { ["JobStatus"] = "SUCCESSFUL" } : new JsonObject { ["JobStatus"] = "FAILED_ROLLBACK_COMPLETED", ["Errors"] = ImportErrors.DeepClone() };
        ImportErrors = null;
        return job;
    }

    private JsonObject StartExport(JsonObject input)
    {
        var id = (string)input["AssetBundleExportJobId"]!;
        var analysis = ((string)input["ResourceArns"]![0]!)[(Arn("analysis/").Length)..];
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry($"analysis/{analysis}.json").Open());
            writer.Write(Analyses[analysis].ToJsonString());
        }

        _bundles[id] = buffer.ToArray();
        _looks[id] = 0;
        return new JsonObject { ["AssetBundleExportJobId"] = id };
    }

    private JsonObject Export(string id) => _looks[id]++ == 0
        ? new JsonObject { ["JobStatus"] = "QUEUED_FOR_IMMEDIATE_EXECUTION" }
        : new JsonObject { ["JobStatus"] = "SUCCESSFUL", ["DownloadUrl"] = $"https://export.example/{id}" };
}
