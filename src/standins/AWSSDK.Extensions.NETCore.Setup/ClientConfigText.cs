using System.Globalization;
using Amazon.Runtime;

namespace Amazon.Extensions.NETCore.Setup;

/// <summary>Reads the members of <see cref="DefaultClientConfig"/> from text, by name.</summary>
internal static class ClientConfigText
{
    private static readonly Dictionary<string, Action<DefaultClientConfig, string>> Setters = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(DefaultClientConfig.AllowAutoRedirect)] = static (config, value) => config.AllowAutoRedirect = bool.Parse(value),
        [nameof(DefaultClientConfig.AuthenticationRegion)] = static (config, value) => config.AuthenticationRegion = value,
        [nameof(DefaultClientConfig.AuthenticationServiceName)] = static (config, value) => config.AuthenticationServiceName = value,
        [nameof(DefaultClientConfig.BufferSize)] = static (config, value) => config.BufferSize = Int(value),
        [nameof(DefaultClientConfig.CacheHttpClient)] = static (config, value) => config.CacheHttpClient = bool.Parse(value),
        [nameof(DefaultClientConfig.ClientAppId)] = static (config, value) => config.ClientAppId = value,
        [nameof(DefaultClientConfig.ConnectTimeout)] = static (config, value) => config.ConnectTimeout = Milliseconds(value),
        [nameof(DefaultClientConfig.DisableHostPrefixInjection)] = static (config, value) => config.DisableHostPrefixInjection = bool.Parse(value),
        [nameof(DefaultClientConfig.DisableLogging)] = static (config, value) => config.DisableLogging = bool.Parse(value),
        [nameof(DefaultClientConfig.DisableRequestCompression)] = static (config, value) => config.DisableRequestCompression = bool.Parse(value),
        [nameof(DefaultClientConfig.EndpointDiscoveryCacheLimit)] = static (config, value) => config.EndpointDiscoveryCacheLimit = Int(value),
        [nameof(DefaultClientConfig.EndpointDiscoveryEnabled)] = static (config, value) => config.EndpointDiscoveryEnabled = bool.Parse(value),
        [nameof(DefaultClientConfig.FastFailRequests)] = static (config, value) => config.FastFailRequests = bool.Parse(value),
        [nameof(DefaultClientConfig.HttpClientCacheSize)] = static (config, value) => config.HttpClientCacheSize = Int(value),
        [nameof(DefaultClientConfig.IgnoreConfiguredEndpointUrls)] = static (config, value) => config.IgnoreConfiguredEndpointUrls = bool.Parse(value),
        [nameof(DefaultClientConfig.LogMetrics)] = static (config, value) => config.LogMetrics = bool.Parse(value),
        [nameof(DefaultClientConfig.LogResponse)] = static (config, value) => config.LogResponse = bool.Parse(value),
        [nameof(DefaultClientConfig.MaxConnectionsPerServer)] = static (config, value) => config.MaxConnectionsPerServer = Int(value),
        [nameof(DefaultClientConfig.MaxErrorRetry)] = static (config, value) => config.MaxErrorRetry = Int(value),
        [nameof(DefaultClientConfig.MaxStaleConnectionRetries)] = static (config, value) => config.MaxStaleConnectionRetries = Int(value),
        [nameof(DefaultClientConfig.ProgressUpdateInterval)] = static (config, value) => config.ProgressUpdateInterval = Long(value),
        [nameof(DefaultClientConfig.ProxyHost)] = static (config, value) => config.ProxyHost = value,
        [nameof(DefaultClientConfig.ProxyPort)] = static (config, value) => config.ProxyPort = Int(value),
        [nameof(DefaultClientConfig.RequestMinCompressionSizeBytes)] = static (config, value) => config.RequestMinCompressionSizeBytes = Long(value),
        [nameof(DefaultClientConfig.ResignRetries)] = static (config, value) => config.ResignRetries = bool.Parse(value),
        [nameof(DefaultClientConfig.RetryMode)] = static (config, value) => config.RetryMode = Enum.Parse<RequestRetryMode>(value, ignoreCase: true),
        [nameof(DefaultClientConfig.ServiceURL)] = static (config, value) => config.ServiceURL = value,
        [nameof(DefaultClientConfig.ThrottleRetries)] = static (config, value) => config.ThrottleRetries = bool.Parse(value),
        [nameof(DefaultClientConfig.Timeout)] = static (config, value) => config.Timeout = Milliseconds(value),
        [nameof(DefaultClientConfig.UseAlternateUserAgentHeader)] = static (config, value) => config.UseAlternateUserAgentHeader = bool.Parse(value),
        [nameof(DefaultClientConfig.UseDualstackEndpoint)] = static (config, value) => config.UseDualstackEndpoint = bool.Parse(value),
        [nameof(DefaultClientConfig.UseFIPSEndpoint)] = static (config, value) => config.UseFIPSEndpoint = bool.Parse(value),
        [nameof(DefaultClientConfig.UseHttp)] = static (config, value) => config.UseHttp = bool.Parse(value),
    };

    public static void Set(DefaultClientConfig config, string name, string value)
    {
        if (Setters.TryGetValue(name, out var set))
        {
            set(config, value);
        }
        else
        {
            config.ServiceSpecificSettings[name] = value;
        }
    }

    private static int Int(string value) => int.Parse(value, CultureInfo.InvariantCulture);

    private static long Long(string value) => long.Parse(value, CultureInfo.InvariantCulture);

    private static TimeSpan Milliseconds(string value) => TimeSpan.FromMilliseconds(Long(value));
}
