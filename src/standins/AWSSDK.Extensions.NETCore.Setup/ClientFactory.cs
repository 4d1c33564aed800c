using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Amazon.Extensions.NETCore.Setup;

/// <summary>Makes clients from nothing but the two static members of their interface.</summary>
internal static class ClientFactory
{
    public static T Create<T>(IServiceProvider services, AWSOptions options)
        where T : IAmazonService =>
        Create<T>(options ?? services.GetService<AWSOptions>() ?? services.GetService<IConfiguration>()?.GetAWSOptions() ?? new AWSOptions());

    public static T Create<T>(AWSOptions options)
        where T : IAmazonService
    {
        ApplyLogging(options.Logging);
        var config = T.CreateDefaultClientConfig();
        if (options.DefaultConfigurationMode is { } mode)
        {
            config.DefaultConfigurationMode = mode;
        }

        if (options.HasClientConfig)
        {
            options.DefaultClientConfig.ApplyTo(config);
        }

        // Setting the region would clear the URL.
        if (options.Region is not null && string.IsNullOrEmpty(config.ServiceURL))
        {
            config.RegionEndpoint = options.Region;
        }

        return (T)T.CreateDefaultServiceClient(Credentials(options, config), config);
    }

    private static AWSCredentials Credentials(AWSOptions options, ClientConfig config)
    {
        var credentials = options.Credentials ?? FromProfile(options) ?? DefaultAWSCredentialsIdentityResolver.GetCredentials(config);
        return string.IsNullOrEmpty(options.SessionRoleArn)
            ? credentials
            : new AssumeRoleAWSCredentials(
                credentials,
                options.SessionRoleArn,
                options.SessionName,
                new AssumeRoleAWSCredentialsOptions { ExternalId = options.ExternalId });
    }

    private static AWSCredentials FromProfile(AWSOptions options)
    {
        if (string.IsNullOrEmpty(options.Profile))
        {
            return null;
        }

        // A profile that is not there is passed over: the default chain is asked.
        return new CredentialProfileStoreChain(options.ProfilesLocation).TryGetAWSCredentials(options.Profile, out var credentials) ? credentials : null;
    }

    private static void ApplyLogging(AWSOptions.LoggingSetting logging)
    {
        if (logging is null)
        {
            return;
        }

        AWSConfigs.LoggingConfig.LogTo = logging.LogTo ?? AWSConfigs.LoggingConfig.LogTo;
        AWSConfigs.LoggingConfig.LogResponses = logging.LogResponses ?? AWSConfigs.LoggingConfig.LogResponses;
        AWSConfigs.LoggingConfig.LogResponsesSizeLimit = logging.LogResponsesSizeLimit ?? AWSConfigs.LoggingConfig.LogResponsesSizeLimit;
        AWSConfigs.LoggingConfig.LogMetrics = logging.LogMetrics ?? AWSConfigs.LoggingConfig.LogMetrics;
    }
}
