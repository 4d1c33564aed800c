namespace OrgLens.Cli.Tests;

/// <summary>A terminal without a screen that remembers what was written.</summary>
internal sealed class RecordingTerminal : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public Terminal Terminal => new(_output, _error);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    /// <summary>The variables that commands see; null lets them see the process's own.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    public Task<int> RunAsync(params string[] args) => OrgLensCommand.RunAsync(args, Terminal, Environment);
}
