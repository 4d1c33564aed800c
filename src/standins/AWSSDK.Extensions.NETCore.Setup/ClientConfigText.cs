using System.Globalization;
using Amazon.Runtime;

namespace Amazon.Extensions.NETCore.Setup;

/// <summary>Reads the members of <see cref="DefaultClientConfig"/> from text, by name.</summary>
internal static class ClientConfigText
{
    private static readonly Dictionary<string, Action<DefaultClientConfig, string>> Setters = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(DefaultClientConfig.AllowAutoRedirect)] = static (config, value) => config.AllowAutoRedirect = Bool(value, nameof(config.AllowAutoRedirect)),
        [nameof(DefaultClientConfig.AuthenticationRegion)] = static (config, value) => config.AuthenticationRegion = value,
        [nameof(DefaultClientConfig.AuthenticationServiceName)] = static (config, value) => config.AuthenticationServiceName = value,
        [nameof(DefaultClientConfig.BufferSize)] = static (config, value) => config.BufferSize = Int(value, nameof(config.BufferSize)),
        [nameof(DefaultClientConfig.CacheHttpClient)] = static (config, value) => config.CacheHttpClient = Bool(value, nameof(config.CacheHttpClient)),
        [nameof(DefaultClientConfig.ClientAppId)] = static (config, value) => config.ClientAppId = value,
        [nameof(DefaultClientConfig.ConnectTimeout)] = static (config, value) => config.ConnectTimeout = Milliseconds(value, nameof(config.ConnectTimeout)),
        [nameof(DefaultClientConfig.DisableHostPrefixInjection)] = static (config, value) => config.DisableHostPrefixInjection = Bool(value, nameof(config.DisableHostPrefixInjection)),
        [nameof(DefaultClientConfig.DisableLogging)] = static (config, value) => config.DisableLogging = Bool(value, nameof(config.DisableLogging)),
        [nameof(DefaultClientConfig.DisableRequestCompression)] = static (config, value) => config.DisableRequestCompression = Bool(value, nameof(config.DisableRequestCompression)),
        [nameof(DefaultClientConfig.EndpointDiscoveryCacheLimit)] = static (config, value) => config.EndpointDiscoveryCacheLimit = Int(value, nameof(config.EndpointDiscoveryCacheLimit)),
        [nameof(DefaultClientConfig.EndpointDiscoveryEnabled)] = static (config, value) => config.EndpointDiscoveryEnabled = Bool(value, nameof(config.EndpointDiscoveryEnabled)),
        [nameof(DefaultClientConfig.FastFailRequests)] = static (config, value) => config.FastFailRequests = Bool(value, nameof(config.FastFailRequests)),
        [nameof(DefaultClientConfig.HttpClientCacheSize)] = static (config, value) => config.HttpClientCacheSize = Int(value, nameof(config.HttpClientCacheSize)),
        [nameof(DefaultClientConfig.IgnoreConfiguredEndpointUrls)] = static (config, value) => config.IgnoreConfiguredEndpointUrls = Bool(value, nameof(config.IgnoreConfiguredEndpointUrls)),
        [nameof(DefaultClientConfig.LogMetrics)] = static (config, value) => config.LogMetrics = Bool(value, nameof(config.LogMetrics)),
        [nameof(DefaultClientConfig.LogResponse)] = static (config, value) => config.LogResponse = Bool(value, nameof(config.LogResponse)),
        [nameof(DefaultClientConfig.MaxConnectionsPerServer)] = static (config, value) => config.MaxConnectionsPerServer = Int(value, nameof(config.MaxConnectionsPerServer)),
        [nameof(DefaultClientConfig.MaxErrorRetry)] = static (config, value) => config.MaxErrorRetry = Int(value, nameof(config.MaxErrorRetry)),
        [nameof(DefaultClientConfig.MaxStaleConnectionRetries)] = static (config, value) => config.MaxStaleConnectionRetries = Int(value, nameof(config.MaxStaleConnectionRetries)),
        [nameof(DefaultClientConfig.ProgressUpdateInterval)] = static (config, value) => config.ProgressUpdateInterval = Long(value, nameof(config.ProgressUpdateInterval)),
        [nameof(DefaultClientConfig.ProxyHost)] = static (config, value) => config.ProxyHost = value,
        [nameof(DefaultClientConfig.ProxyPort)] = static (config, value) => config.ProxyPort = Int(value, nameof(config.ProxyPort)),
        [nameof(DefaultClientConfig.RequestMinCompressionSizeBytes)] = static (config, value) => config.RequestMinCompressionSizeBytes = Long(value, nameof(config.RequestMinCompressionSizeBytes)),
        [nameof(DefaultClientConfig.ResignRetries)] = static (config, value) => config.ResignRetries = Bool(value, nameof(config.ResignRetries)),
        [nameof(DefaultClientConfig.RetryMode)] = static (config, value) => config.RetryMode = Enum.Parse<RequestRetryMode>(value, ignoreCase: true),
        [nameof(DefaultClientConfig.ServiceURL)] = static (config, value) => config.ServiceURL = value,
        [nameof(DefaultClientConfig.ThrottleRetries)] = static (config, value) => config.ThrottleRetries = Bool(value, nameof(config.ThrottleRetries)),
        [nameof(DefaultClientConfig.Timeout)] = static (config, value) => config.Timeout = Milliseconds(value, nameof(config.Timeout)),
        [nameof(DefaultClientConfig.UseAlternateUserAgentHeader)] = static (config, value) => config.UseAlternateUserAgentHeader = Bool(value, nameof(config.UseAlternateUserAgentHeader)),
        [nameof(DefaultClientConfig.UseDualstackEndpoint)] = static (config, value) => config.UseDualstackEndpoint = Bool(value, nameof(config.UseDualstackEndpoint)),
        [nameof(DefaultClientConfig.UseFIPSEndpoint)] = static (config, value) => config.UseFIPSEndpoint = Bool(value, nameof(config.UseFIPSEndpoint)),
        [nameof(DefaultClientConfig.UseHttp)] = static (config, value) => config.UseHttp = Bool(value, nameof(config.UseHttp)),
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

    private static bool Bool(string value, string name) =>
        bool.TryParse(value, out var parsed) ? parsed : throw new ArgumentException($"Invalid bool value for {name}.");

    private static int Int(string value, string name) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out var parsed) ? parsed : throw new ArgumentException($"Invalid integer value for {name}.");

    private static long Long(string value, string name) =>
        long.TryParse(value, CultureInfo.InvariantCulture, out var parsed) ? parsed : throw new ArgumentException($"Invalid long value for {name}.");

    private static TimeSpan Milliseconds(string value, string name) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out var parsed)
            ? TimeSpan.FromMilliseconds(parsed)
            : throw new ArgumentException($"Invalid double value for {name}.");
}
