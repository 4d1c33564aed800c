using AWS.Lambda.Powertools.Logging.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging;

public static class PowertoolsLoggingBuilderExtensions
{
    public static ILoggingBuilder AddPowertoolsLogger(this ILoggingBuilder builder) => builder.AddPowertoolsLogger(static _ => { });

    public static ILoggingBuilder AddPowertoolsLogger(this ILoggingBuilder builder, Action<PowertoolsLoggerConfiguration> configure)
    {
        var configuration = new PowertoolsLoggerConfiguration();
        configure(configuration);
        LogSettings.Configure(configuration);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, PowertoolsLoggerProvider>());
        builder.Services.TryAddSingleton<ILogger>(services => services.GetRequiredService<ILoggerFactory>().CreateLogger(Logger.CategoryName));

        // The level is Powertools' own business: its environment variable can lower it below the host's minimum.
        builder.AddFilter<PowertoolsLoggerProvider>(null, LogLevel.Trace);
        return builder;
    }
}
