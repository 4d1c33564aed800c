using Amazon;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;

namespace Microsoft.Extensions.Configuration;

public static class ConfigurationExtensions
{
    public const string DEFAULT_CONFIG_SECTION = "AWS";

    public static AWSOptions GetAWSOptions(this IConfiguration config) => config.GetAWSOptions(DEFAULT_CONFIG_SECTION);

    public static AWSOptions GetAWSOptions(this IConfiguration config, string configSection)
    {
        var section = string.IsNullOrEmpty(configSection) ? config : config.GetSection(configSection);
        var options = new AWSOptions();
        foreach (var setting in section.GetChildren())
        {
            Read(setting, options);
        }

        return options;
    }

    private static void Read(IConfigurationSection setting, AWSOptions options)
    {
        var name = setting.Key.ToUpperInvariant();
        if (name == "LOGGING")
        {
            options.Logging = ReadLogging(setting);
            return;
        }

        if (string.IsNullOrEmpty(setting.Value))
        {
            return;
        }

        switch (name)
        {
            case "PROFILE":
            case "AWSPROFILENAME":
                options.Profile = setting.Value;
                break;
            case "PROFILESLOCATION":
            case "AWSPROFILESLOCATION":
                options.ProfilesLocation = setting.Value;
                break;
            case "REGION":
            case "AWSREGION":
                options.Region = RegionEndpoint.GetBySystemName(setting.Value);
                break;
            case "DEFAULTSMODE":
                options.DefaultConfigurationMode = Enum.Parse<DefaultConfigurationMode>(setting.Value, ignoreCase: true);
                break;
            case "SESSIONROLEARN":
                options.SessionRoleArn = setting.Value;
                break;
            case "SESSIONNAME":
                options.SessionName = setting.Value;
                break;
            case "EXTERNALID":
                options.ExternalId = setting.Value;
                break;
            default:
                ClientConfigText.Set(options.DefaultClientConfig, setting.Key, setting.Value);
                break;
        }
    }

    private static AWSOptions.LoggingSetting ReadLogging(IConfigurationSection section)
    {
        var logging = new AWSOptions.LoggingSetting();
        if (section[nameof(logging.LogTo)] is { Length: > 0 } target)
        {
            logging.LogTo = Enum.Parse<LoggingOptions>(target, ignoreCase: true);
        }

        if (section[nameof(logging.LogResponses)] is { Length: > 0 } responses)
        {
            logging.LogResponses = Enum.Parse<ResponseLoggingOption>(responses, ignoreCase: true);
        }

        if (section[nameof(logging.LogResponsesSizeLimit)] is { Length: > 0 } limit)
        {
            logging.LogResponsesSizeLimit = int.Parse(limit, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (section[nameof(logging.LogMetrics)] is { Length: > 0 } metrics)
        {
            logging.LogMetrics = bool.Parse(metrics);
        }

        return logging;
    }
}
