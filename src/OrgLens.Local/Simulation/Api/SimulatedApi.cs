using OrgLens.Local.Gateway;
using OrgLens.Local.Simulation.Api.Faults;
using OrgLens.Local.Simulation.Seeding;
using OrgLens.Local.Simulation.Services;

namespace OrgLens.Local.Simulation.Api;

/// <summary>
/// The services of AWS as the accounts of a simulated organization see them. What is not simulated, and whoever is not of the organization,
/// goes on to the emulator.
/// </summary>
public sealed class SimulatedApi : IDisposable
{
    private readonly SimulatedWorld _world;
    private readonly Uri _emulator;
    private readonly Switchboard _switchboard;

    /// <summary>Makes the organization; nothing is asked of the emulator before the first call.</summary>
    /// <param name="options">The organization.</param>
    /// <param name="hubAccountId">The account of the local cloud, which may look at the organization.</param>
    /// <param name="hubRegion">Its Region.</param>
    /// <param name="emulator">Answers what is not simulated, and knows whose access keys are.</param>
    public SimulatedApi(SimulationOptions options, string hubAccountId, string hubRegion, Uri emulator)
    {
        ArgumentNullException.ThrowIfNull(options);
        _world = new SimulatedWorld(options, hubAccountId, hubRegion);
        _emulator = emulator;
        _switchboard = new Switchboard(_world, Faults, emulator);
    }

    /// <summary>The accounts.</summary>
    public SimulatedOrganization Organization => _world.Organization;

    /// <summary>What time it is for the services.</summary>
    public SimulationClock Clock => _world.Clock;

    /// <summary>Counts calls, and makes chosen ones slow or go wrong.</summary>
    public ApiFaults Faults { get; } = new();

    /// <summary>The routes of a gateway to the simulated services and to their control.</summary>
    public IEnumerable<ServiceRoute> Routes =>
    [
        new("simulation control", (request, _) => request.Path == SimulationControl.Path, new SimulationControl(this).HandleAsync),
        new("simulation", (_, service) => service is not null && SimulatedServices.BySigningName.Contains(service), _switchboard.HandleAsync),
    ];

    /// <summary>Gives the emulator what it is to answer for the accounts; before that, their buckets, tables and clusters are not there.</summary>
    public Task SeedAsync(CancellationToken cancellationToken = default) => new EmulatorSeed(_emulator, _world).PlantAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _switchboard.Dispose();
}
