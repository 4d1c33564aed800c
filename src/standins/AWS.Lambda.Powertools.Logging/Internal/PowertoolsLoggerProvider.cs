using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging.Internal;

[ProviderAlias("PowertoolsLogger")]
internal sealed class PowertoolsLoggerProvider : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, PowertoolsLogger> loggers = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) => loggers.GetOrAdd(categoryName, static name => new PowertoolsLogger(name));

    public void Dispose() => loggers.Clear();
}
