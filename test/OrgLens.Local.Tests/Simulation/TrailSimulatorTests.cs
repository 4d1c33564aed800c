using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgLens.Local.Simulation;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Tests.Simulation;

/// <summary>The trail tells how the estate became what it is.</summary>
public sealed partial class TrailSimulatorTests
{
    private const int Days = 45;
    private static readonly DateOnly s_first = new(2026, 1, 1);
    private static readonly SimulationPlan s_plan = new() { Accounts = 6, Days = 1, Start = s_first.AddDays(30) };
    private static readonly Lazy<IReadOnlyList<JsonObject>> s_records = new(() => [.. Simulator().Files.SelectMany(file => Read(Text(file)))]);

    private static DateOnly Last => s_first.AddDays(Days - 1);

    [Fact]
    public void Files_are_named_as_CloudTrail_names_them_and_are_the_same_each_time()
    {
        var files = Simulator().Files.ToList();

        Assert.All(files, file => Assert.Matches(TrailKey(), file.Key));
        Assert.Equal(files.Count, files.Select(file => file.Key).Distinct().Count());
        Assert.Equal(files.Select(file => file.Key), Simulator().Files.Select(file => file.Key));
        Assert.All(files.Take(20), file => Assert.Equal(Text(file), Text(file)));
    }

    [Fact]
    public void Records_have_what_every_record_has_and_some_come_twice()
    {
        Assert.All(s_records.Value, record => Assert.All(
            ["eventVersion", "userIdentity", "eventTime", "eventSource", "eventName", "awsRegion", "eventID", "eventType", "recipientAccountId"], member => Assert.NotNull(record[member])));
        var repeated = s_records.Value.GroupBy(record => (string)record["eventID"]!).Where(group => group.Count() > 1).ToList();
        Assert.NotEmpty(repeated);
        Assert.All(repeated, group => Assert.Single(group.Select(record => record.ToJsonString()).Distinct()));
        Assert.Contains(s_records.Value, record => record["errorCode"] is not null);
        Assert.InRange(s_records.Value.Count(record => (string)record["eventSource"]! == "signin.amazonaws.com"), 10, int.MaxValue);
    }

    [Fact]
    public void Lives_end_in_what_the_estate_has()
    {
        AssertLives(
            "RunInstances", "TerminateInstances", record => (string)record["responseElements"]!["instancesSet"]!["items"]![0]!["instanceId"]!,
            estate => estate.Compute.Instances(Last.AddDays(1)).Select(instance => (instance.Id, instance.Since)));
        AssertLives(
            "CreateVolume", "DeleteVolume", record => (string)(record["responseElements"]!["volumeId"] ?? record["requestParameters"]!["volumeId"])!,
            estate => estate.Compute.Volumes(Last.AddDays(1)).Where(volume => volume.RootOf is null).Select(volume => (volume.Id, volume.Since)));
        AssertLives(
            "CreateDBInstance", "DeleteDBInstance", record => $"{record["recipientAccountId"]} {record["awsRegion"]} {record["requestParameters"]!["dBInstanceIdentifier"]}",
            estate => estate.Storage.Databases(Last.AddDays(1)).Select(database => ($"{estate.Account.Id} {estate.Region} {database.Id}", database.Since)));
        AssertLives(
            "CreateFunction20150331", "DeleteFunction20150331", record => $"{record["recipientAccountId"]} {record["awsRegion"]} {record["requestParameters"]!["functionName"]}",
            estate => estate.Compute.Functions(Last.AddDays(1)).Select(function => ($"{estate.Account.Id} {estate.Region} {function.Name}", DateOnly.FromDateTime(function.ModifiedAt.UtcDateTime))));
        AssertLives(
            "ProvisionProduct", "TerminateProvisionedProduct", record => (string)record["responseElements"]!["recordDetail"]!["provisionedProductId"]!,
            estate => estate.Catalog.Provisioned(Last.AddDays(1)).Select(product => (product.Id, product.Since)));
    }

    [Fact]
    public void The_last_state_and_version_that_it_tells_are_those_of_the_estate()
    {
        var instances = Estates().SelectMany(estate => estate.Compute.Instances(Last)).ToDictionary(instance => instance.Id);
        var versions = Estates().SelectMany(estate => estate.Catalog.Provisioned(Last)).ToDictionary(product => product.Id);
        var states = Of("StartInstances", "StopInstances").GroupBy(record => (string)record["requestParameters"]!["instancesSet"]!["items"]![0]!["instanceId"]!).ToList();
        var updates = Of("UpdateProvisionedProduct").GroupBy(record => (string)record["requestParameters"]!["provisionedProductId"]!).ToList();

        Assert.All(states.Where(life => instances.ContainsKey(life.Key)), life => Assert.Equal(instances[life.Key].IsRunning, (string)life.Last()["eventName"]! == "StartInstances"));
        Assert.All(updates.Where(life => versions.ContainsKey(life.Key)), life => Assert.Equal(
            CatalogProduct.VersionName(versions[life.Key].Version), (string)life.Last()["responseElements"]!["recordDetail"]!["provisioningArtifactName"]!));
        Assert.NotEmpty(states);
        Assert.NotEmpty(updates);
    }

    [Fact]
    public void Idle_users_and_the_unused_data_set_are_not_in_it()
    {
        var analytics = Estates().Where(estate => estate.Analytics.IsSubscribed).ToList();
        var records = s_records.Value.Where(record => (string)record["eventSource"]! == "quicksight.amazonaws.com").ToList();
        var text = string.Concat(records.Select(record => record.ToJsonString()));

        Assert.NotEmpty(analytics);
        Assert.All(analytics, estate => Assert.DoesNotContain(estate.Analytics.DataSets[^1].Id, text, StringComparison.Ordinal));
        Assert.All(analytics, estate => Assert.Empty(
            estate.Analytics.Users.Where(user => user.IsIdle).Select(user => user.Name)
                .Intersect(records.Where(record => (string)record["recipientAccountId"]! == estate.Account.Id).Select(record => (string)record["userIdentity"]!["userName"]!))));
        Assert.All(["GetDashboard", "QueryDatabase", "GetAnalysis", "UpdateAnalysis", "UpdateDashboard"], name => Assert.NotEmpty(Of(name)));
    }

    private static void AssertLives(string begin, string end, Func<JsonObject, string> key, Func<RegionEstate, IEnumerable<(string Id, DateOnly Since)>> living)
    {
        var there = Estates().SelectMany(living).ToDictionary(resource => resource.Id, resource => resource.Since);
        var told = Of(begin, end).GroupBy(key).ToDictionary(life => life.Key, life => (string)life.Last()["eventName"]!);

        Assert.All(told, life => Assert.True((life.Value == begin) == there.ContainsKey(life.Key), $"{life.Value} {life.Key}"));
        Assert.All(there.Where(resource => resource.Value >= s_first && resource.Value <= Last), resource => Assert.Equal(begin, told.GetValueOrDefault(resource.Key)));
        Assert.Contains(begin, told.Values);
        // A name may be in use again at once.
        Assert.NotEmpty(Of(end));
    }

    private static IEnumerable<JsonObject> Of(params string[] names) => s_records.Value
        .Where(record => names.Contains((string)record["eventName"]!) && record["errorCode"] is null)
        .OrderBy(record => (string)record["eventTime"]!, StringComparer.Ordinal);

    private static IEnumerable<RegionEstate> Estates() =>
        new SimulatedOrganization(s_plan).Accounts.SelectMany(account => account.Regions.Select(region => new RegionEstate(s_plan, account, region)));

    private static TrailSimulator Simulator() => new(s_plan, s_first, Days);

    private static byte[] Text(SimulatedTrailFile file)
    {
        var text = new MemoryStream();
        Simulator().Write(file, text);
        return text.ToArray();
    }

    private static IEnumerable<JsonObject> Read(byte[] file)
    {
        using var text = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        return [.. JsonNode.Parse(text)!["Records"]!.AsArray().Select(record => record!.AsObject())];
    }

    [GeneratedRegex(@"^AWSLogs/o-[0-9a-f]{10}/(\d{12})/CloudTrail/([a-z0-9-]+)/\d{4}/\d{2}/\d{2}/\1_CloudTrail_\2_\d{8}T\d{4}Z_[A-Za-z]{16}\.json\.gz$")]
    private static partial Regex TrailKey();
}
