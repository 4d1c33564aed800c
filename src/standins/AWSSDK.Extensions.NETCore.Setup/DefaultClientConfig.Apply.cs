using Amazon.Runtime;

namespace Amazon.Extensions.NETCore.Setup;

public partial class DefaultClientConfig
{
    /// <summary>Sets what was given. The rest is not even read: some getters of a config look things up.</summary>
    internal void ApplyTo(ClientConfig config)
    {
        if (AllowAutoRedirect is { } allowAutoRedirect)
        {
            config.AllowAutoRedirect = allowAutoRedirect;
        }

        if (AuthenticationRegion is { } authenticationRegion)
        {
            config.AuthenticationRegion = authenticationRegion;
        }

        if (AuthenticationServiceName is { } authenticationServiceName)
        {
            config.AuthenticationServiceName = authenticationServiceName;
        }

        if (BufferSize is { } bufferSize)
        {
            config.BufferSize = bufferSize;
        }

        if (CacheHttpClient is { } cacheHttpClient)
        {
            config.CacheHttpClient = cacheHttpClient;
        }

        if (ClientAppId is { } clientAppId)
        {
            config.ClientAppId = clientAppId;
        }

        if (ConnectTimeout is { } connectTimeout)
        {
            config.ConnectTimeout = connectTimeout;
        }

        if (DisableHostPrefixInjection is { } disableHostPrefixInjection)
        {
            config.DisableHostPrefixInjection = disableHostPrefixInjection;
        }

        if (DisableLogging is { } disableLogging)
        {
            config.DisableLogging = disableLogging;
        }

        if (DisableRequestCompression is { } disableRequestCompression)
        {
            config.DisableRequestCompression = disableRequestCompression;
        }

        if (EndpointDiscoveryCacheLimit is { } endpointDiscoveryCacheLimit)
        {
            config.EndpointDiscoveryCacheLimit = endpointDiscoveryCacheLimit;
        }

        if (EndpointDiscoveryEnabled is { } endpointDiscoveryEnabled)
        {
            config.EndpointDiscoveryEnabled = endpointDiscoveryEnabled;
        }

        if (FastFailRequests is { } fastFailRequests)
        {
            config.FastFailRequests = fastFailRequests;
        }

        if (HttpClientCacheSize is { } httpClientCacheSize)
        {
            config.HttpClientCacheSize = httpClientCacheSize;
        }

        if (IgnoreConfiguredEndpointUrls is { } ignoreConfiguredEndpointUrls)
        {
            config.IgnoreConfiguredEndpointUrls = ignoreConfiguredEndpointUrls;
        }

        if (LogMetrics is { } logMetrics)
        {
            config.LogMetrics = logMetrics;
        }

        if (LogResponse is { } logResponse)
        {
            config.LogResponse = logResponse;
        }

        if (MaxConnectionsPerServer is { } maxConnectionsPerServer)
        {
            config.MaxConnectionsPerServer = maxConnectionsPerServer;
        }

        if (MaxErrorRetry is { } maxErrorRetry)
        {
            config.MaxErrorRetry = maxErrorRetry;
        }

        if (MaxStaleConnectionRetries is { } maxStaleConnectionRetries)
        {
            config.MaxStaleConnectionRetries = maxStaleConnectionRetries;
        }

        if (ProgressUpdateInterval is { } progressUpdateInterval)
        {
            config.ProgressUpdateInterval = progressUpdateInterval;
        }

        if (ProxyHost is { } proxyHost)
        {
            config.ProxyHost = proxyHost;
        }

        if (ProxyPort is { } proxyPort)
        {
            config.ProxyPort = proxyPort;
        }

        if (RequestMinCompressionSizeBytes is { } requestMinCompressionSizeBytes)
        {
            config.RequestMinCompressionSizeBytes = requestMinCompressionSizeBytes;
        }

        if (ResignRetries is { } resignRetries)
        {
            config.ResignRetries = resignRetries;
        }

        if (RetryMode is { } retryMode)
        {
            config.RetryMode = retryMode;
        }

        if (ThrottleRetries is { } throttleRetries)
        {
            config.ThrottleRetries = throttleRetries;
        }

        if (Timeout is { } timeout)
        {
            config.Timeout = timeout;
        }

        if (UseAlternateUserAgentHeader is { } useAlternateUserAgentHeader)
        {
            config.UseAlternateUserAgentHeader = useAlternateUserAgentHeader;
        }

        if (UseDualstackEndpoint is { } useDualstackEndpoint)
        {
            config.UseDualstackEndpoint = useDualstackEndpoint;
        }

        if (UseFIPSEndpoint is { } useFIPSEndpoint)
        {
            config.UseFIPSEndpoint = useFIPSEndpoint;
        }

        if (UseHttp is { } useHttp)
        {
            config.UseHttp = useHttp;
        }

        if (!string.IsNullOrEmpty(ServiceURL))
        {
            config.ServiceURL = ServiceURL;
        }

        foreach (var (name, value) in ServiceSpecificSettings)
        {
            ServiceSpecificSetting.Apply(config, name, value);
        }
    }
}
