using Amazon.S3;
using OrgLens.QuickSight;

namespace OrgLens.Cli.Hub;

/// <summary>Clients of the hub's account for what is done in QuickSight.</summary>
internal sealed class QuickSightClients : IDisposable
{
    private readonly CollectClients _calls;
    private readonly AmazonS3Client _s3;
    private readonly HttpClient _downloads = new() { Timeout = TimeSpan.FromMinutes(1) };

    public QuickSightClients(CommandContext context)
    {
        var database = new HubClients(context).Database();
        _calls = new CollectClients(context, null);
        _s3 = _calls.S3();
        Runs = new AnalysisRuns(
            _calls.Calls, database, _s3, _downloads, TimeProvider.System, name => name == "AWS_REGION" ? _calls.Region : context.Variable(name));
    }

    public AnalysisRuns Runs { get; }

    public void Dispose()
    {
        _calls.Dispose();
        _s3.Dispose();
        _downloads.Dispose();
    }
}
