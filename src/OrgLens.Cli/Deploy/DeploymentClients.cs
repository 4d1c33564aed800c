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
        _calls = new AwsClient(new AwsClientOptions { Credentials = _credentials, Endpoint = Endpoint }, TimeProvider.System);
    }

    public IAwsCalls Calls => _calls;

    private Uri? Endpoint => _context.LocalEnvironment is { } environment ? new Uri(environment["AWS_ENDPOINT_URL"]) : null;

    public IAmazonS3 S3(string region)
    {
        var config = new AmazonS3Config { ForcePathStyle = Endpoint is not null, AuthenticationRegion = region };
        if (Endpoint is null)
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = Endpoint.ToString();
        }

        return _credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(_credentials, config);
    }

    public void Dispose() => _calls.Dispose();
}
