using Amazon.S3.Model;
using OrgLens.Cli.Hub;
using OrgLens.Local;
using OrgLens.Local.Simulation;

namespace OrgLens.Cli.Demo;

/// <summary>Puts the simulated organization's CloudTrail files of the last days into the trail's bucket, as CloudTrail does.</summary>
internal sealed class DemoTrail(CommandContext local, SimulationPlan plan)
{
    private const int Days = 3;

    /// <summary>Uploads the files and waits until each of their events has been dealt with.</summary>
    public async Task RunAsync(LocalCloud cloud, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var simulator = new TrailSimulator(plan, today.AddDays(-Days), Days);
        var files = simulator.Files.ToList();
        await local.Stages.RunAsync("Uploading trail files", files.Count, progress => UploadAsync(simulator, files, progress, cancellationToken));
        await local.Stages.RunAsync("Following the trail", 1, async _ =>
        {
            await cloud.WaitUntilAuditedAsync(cancellationToken);
            return files.Count;
        });
    }

    private async Task<int> UploadAsync(TrailSimulator simulator, List<SimulatedTrailFile> files, IProgress<double> progress, CancellationToken cancellationToken)
    {
        using var s3 = new HubClients(local).S3();
        var bucket = local.Required("TRAIL_BUCKET");
        for (var index = 0; index < files.Count; index++)
        {
            using var body = new MemoryStream();
            simulator.Write(files[index], body);
            body.Position = 0;
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = files[index].Key, InputStream = body }, cancellationToken);
            progress.Report(index + 1);
        }

        return files.Count;
    }
}
