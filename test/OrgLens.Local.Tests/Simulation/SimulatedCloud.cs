using System.Text.Json.Nodes;
using OrgLens.Local.Gateway;
using OrgLens.Local.Moto;
using OrgLens.Local.Simulation;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests.Simulation;

/// <summary>One simulated organization of twelve accounts behind a gateway, at one instant, and one boto3 to look at it.</summary>
public sealed class SimulatedCloud : IAsyncLifetime
{
    public const string HubAccount = "123456789012";

    private readonly string _folder = Directory.CreateTempSubdirectory("orglens-simulation-").FullName;
    private LocalGateway _gateway = null!;

    public static SimulationPlan Plan { get; } = new() { Accounts = 12, Days = 20, Start = new DateOnly(2026, 11, 1) };

    /// <summary>The document of this day is what a collector should find at <see cref="Now"/>.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 18);

    public static DateTimeOffset Now { get; } = new(Today, TimeOnly.MinValue, TimeSpan.Zero);

    public MotoServer Moto { get; private set; } = null!;

    public SimulatedApi Api { get; private set; } = null!;

    public ForeignClient Boto3 { get; private set; } = null!;

    public Uri Endpoint => _gateway.Endpoint;

    /// <summary>A production account of medium size with few outages.</summary>
    public SimulatedAccount Account => Api.Organization.Accounts.First(account => account.Environment == "PRODUCTION" && account.Regions.Count > 1);

    /// <summary>An account that lacks many permissions.</summary>
    public SimulatedAccount Restricted => Api.Organization.Accounts.First(account => account.IsRestricted);

    /// <summary>A key of a role in the account.</summary>
    public async Task<string> AccessKeyAsync(SimulatedAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var answer = await Boto3.CallAsync("sts", "assume_role", new JsonObject { ["RoleArn"] = $"arn:aws:iam::{account.Id}:role/OrgLens-Collector", ["RoleSessionName"] = "test" });
        return (string)answer["Credentials"]!["AccessKeyId"]!;
    }

    public async Task InitializeAsync()
    {
        Moto = await MotoServer.StartAsync(Path.Combine(_folder, "moto.log"));
        Api = new SimulatedApi(new SimulationOptions(Plan) { Now = Now }, HubAccount, "eu-west-1", Moto.Endpoint);
        await Api.SeedAsync();
        _gateway = await LocalGateway.StartAsync(0, [.. Api.Routes], Moto.Endpoint);
        Boto3 = new ForeignClient(_gateway.Endpoint);
    }

    public async Task DisposeAsync()
    {
        await Boto3.DisposeAsync();
        await _gateway.DisposeAsync();
        Api.Dispose();
        await Moto.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
