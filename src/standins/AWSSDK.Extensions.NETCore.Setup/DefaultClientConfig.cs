using Amazon.Runtime;

namespace Amazon.Extensions.NETCore.Setup;

public partial class DefaultClientConfig
{
    public bool? AllowAutoRedirect { get; set; }

    public string AuthenticationRegion { get; set; }

    public string AuthenticationServiceName { get; set; }

    public int? BufferSize { get; set; }

    public bool? CacheHttpClient { get; set; }

    public string ClientAppId { get; set; }

    public TimeSpan? ConnectTimeout { get; set; }

    public bool? DisableHostPrefixInjection { get; set; }

    public bool? DisableLogging { get; set; }

    public bool? DisableRequestCompression { get; set; }

    public int? EndpointDiscoveryCacheLimit { get; set; }

    public bool? EndpointDiscoveryEnabled { get; set; }

    public bool? FastFailRequests { get; set; }

    public int? HttpClientCacheSize { get; set; }

    public bool? IgnoreConfiguredEndpointUrls { get; set; }

    public bool? LogMetrics { get; set; }

    public bool? LogResponse { get; set; }

    public int? MaxConnectionsPerServer { get; set; }

    public int? MaxErrorRetry { get; set; }

    public int? MaxStaleConnectionRetries { get; set; }

    public long? ProgressUpdateInterval { get; set; }

    public string ProxyHost { get; set; }

    public int? ProxyPort { get; set; }

    public long? RequestMinCompressionSizeBytes { get; set; }

    public bool? ResignRetries { get; set; }

    public RequestRetryMode? RetryMode { get; set; }

    public string ServiceURL { get; set; }

    public bool? ThrottleRetries { get; set; }

    public TimeSpan? Timeout { get; set; }

    public bool? UseAlternateUserAgentHeader { get; set; }

    public bool? UseDualstackEndpoint { get; set; }

    public bool? UseFIPSEndpoint { get; set; }

    public bool? UseHttp { get; set; }

    public IDictionary<string, string> ServiceSpecificSettings { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
