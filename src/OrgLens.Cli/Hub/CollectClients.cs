using Amazon.S3;
using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Cli.Hub;

/// <summary>Clients of the account that is collected: the environment's credentials, or those of a profile.</summary>
internal sealed class CollectClients : IDisposable
{
    private readonly CommandContext _context;
    private readonly AwsClient _calls;

    public CollectClients(CommandContext context, string? profile)
    {
        _context = context;
        _calls = Profiles.Client(context, profile);
        Planner = new SendPlanner(_calls, Region, CollectorList.All, TimeProvider.System);
    }

    public IAwsCalls Calls => _calls;

    public string Region => _context.Variable("AWS_REGION") ?? _context.Variable("AWS_DEFAULT_REGION") ?? "us-east-1";

    public SendPlanner Planner { get; }

    public AmazonS3Client S3() => new HubClients(_context).S3();

    public void Dispose() => _calls.Dispose();
}
