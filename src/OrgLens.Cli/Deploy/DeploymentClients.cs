using Amazon.Runtime;
using Amazon.S3;
using OrgLens.Aws;
using OrgLens.Cli.Hub;

namespace OrgLens.Cli.Deploy;

/// <summary>Clients of an account that is deployed into.</summary>
internal sealed class DeploymentClients : IDisposable
{
    private readonly CommandContext _context;
    private readonly AWSCredentials? _credentials;
    private readonly AwsClient _calls;

    public DeploymentClients(CommandContext context, string? profile)
    {
        _context = context;
        _credentials = Profiles.Credentials(context, profile);
        _calls = Profiles.Client(context, profile);
    }

    public IAwsCalls Calls => _calls;

    public IAmazonS3 S3(string region)
    {
        var config = new AmazonS3Config { ForcePathStyle = _context.Endpoint is not null, AuthenticationRegion = region };
        if (_context.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.ToString();
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(region);
        }

        return _credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(_credentials, config);
    }

    public void Dispose() => _calls.Dispose();
}
