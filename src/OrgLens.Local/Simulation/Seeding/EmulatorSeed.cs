using OrgLens.Local.Moto;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Seeding;

/// <summary>
/// Sets up in the emulator, account by account and over its own API, what stays as it is and whose names are the organization's to choose:
/// buckets, tables and clusters.
/// </summary>
internal sealed class EmulatorSeed(Uri emulator, SimulatedWorld world)
{
    // The emulator does one thing at a time; more would only wait.
    private static readonly int s_accountsAtOnce = 3;

    public Task PlantAsync(CancellationToken cancellationToken) => Parallel.ForEachAsync(
        world.Organization.Accounts,
        new ParallelOptions { MaxDegreeOfParallelism = s_accountsAtOnce, CancellationToken = cancellationToken },
        PlantAsync);

    private async ValueTask PlantAsync(SimulatedAccount account, CancellationToken cancellationToken)
    {
        using var outside = new EmulatorClient(emulator, account.Regions[0]);
        var key = await outside.EnterAsync(account.Id, cancellationToken);
        foreach (var region in account.Regions)
        {
            using var client = new EmulatorClient(emulator, region, key);
            var estate = new RegionEstate(world.Plan, account, region);
            if (region == account.Regions[0])
            {
                await BucketSeed.PlantAsync(client, estate, cancellationToken);
            }

            await TableSeed.PlantAsync(client, estate, cancellationToken);
            await ClusterSeed.PlantAsync(client, estate, cancellationToken);
        }
    }
}
