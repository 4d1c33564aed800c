using OrgLens.Aws;
using OrgLens.Local.Gateway;
using OrgLens.Local.Simulation;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Faults;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>The same organization behind an endpoint of its own, where calls may go wrong without anybody else noticing.</summary>
public sealed class FaultyCloud : IAsyncLifetime
{
    private LocalGateway _gateway = null!;

    public ApiFaults Faults => Api.Faults;

    internal SimulatedRun Run { get; private set; } = null!;

    internal AwsClient Client { get; private set; } = null!;

    private SimulatedApi Api { get; set; } = null!;

    public async Task InitializeAsync()
    {
        Run = await SimulatedRun.SharedAsync();
        Api = new SimulatedApi(new SimulationOptions(SimulatedRun.Organization) { Now = SimulatedRun.Now }, SimulatedRun.HubAccount, "eu-west-1", Run.Emulator);
        _gateway = await LocalGateway.StartAsync(0, [.. Api.Routes], Run.Emulator);
        Client = Run.Enter(Run.Account, _gateway.Endpoint);
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        Api.Dispose();
    }
}
