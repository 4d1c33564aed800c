namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>Keys that the lines of one asynchronous flow carry.</summary>
internal sealed class LogScope : IDisposable
{
    private static readonly AsyncLocal<LogScope> Innermost = new();
    private readonly IReadOnlyList<KeyValuePair<string, object>> keys;
    private readonly LogScope outer;

    private LogScope(IReadOnlyList<KeyValuePair<string, object>> keys)
    {
        this.keys = keys;
        outer = Innermost.Value;
        Innermost.Value = this;
    }

    /// <summary>From the outermost scope inwards.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Keys
    {
        get
        {
            var scopes = new Stack<LogScope>();
            for (var scope = Innermost.Value; scope is not null; scope = scope.outer)
            {
                scopes.Push(scope);
            }

            return scopes.SelectMany(scope => scope.keys);
        }
    }

    public static LogScope Begin(object state) => new(state switch
    {
        IEnumerable<KeyValuePair<string, object>> pairs => [.. pairs.Where(pair => pair.Key != LogLine.Template)],
        IEnumerable<KeyValuePair<string, string>> pairs => [.. pairs.Select(pair => KeyValuePair.Create(pair.Key, (object)pair.Value))],
        _ => [],
    });

    public void Dispose() => Innermost.Value = outer;
}
