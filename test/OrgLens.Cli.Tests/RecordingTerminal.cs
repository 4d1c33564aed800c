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

    public Task<int> RunAsync(params string[] args) => OrgLensCommand.RunAsync(args, Terminal);
}
