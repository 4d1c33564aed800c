using Amazon.Runtime;

namespace Amazon.Extensions.NETCore.Setup;

public class AWSOptions
{
    private DefaultClientConfig defaultClientConfig;

    public string Profile { get; set; }

    public string ProfilesLocation { get; set; }

    public RegionEndpoint Region { get; set; }

    public string SessionRoleArn { get; set; }

    public string SessionName { get; set; } = "DefaultSessionName";

    public string ExternalId { get; set; }

    public AWSCredentials Credentials { get; set; }

    public DefaultConfigurationMode? DefaultConfigurationMode { get; set; }

    public DefaultClientConfig DefaultClientConfig => defaultClientConfig ??= new DefaultClientConfig();

    public LoggingSetting Logging { get; set; }

    internal bool HasClientConfig => defaultClientConfig is not null;

    public T CreateServiceClient<T>()
        where T : IAmazonService => ClientFactory.Create<T>(this);

    public class LoggingSetting
    {
        public LoggingOptions? LogTo { get; set; }

        public ResponseLoggingOption? LogResponses { get; set; }

        public int? LogResponsesSizeLimit { get; set; }

        public bool? LogMetrics { get; set; }
    }
}
