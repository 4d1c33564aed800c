namespace OrgLens.Cli.Output;

/// <summary>Writes each message as a line at once, in order.</summary>
internal sealed class LineProgress(TextWriter writer) : IProgress<string>
{
    public void Report(string value) => writer.WriteLine(value);
}
