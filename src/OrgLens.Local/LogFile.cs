namespace OrgLens.Local;

/// <summary>Collects the lines of a child process; line by line, so that a crash loses nothing.</summary>
internal sealed class LogFile(string path)
{
    private readonly Lock _gate = new();

    public string Path { get; } = path;

    /// <summary>What was written last: for error messages.</summary>
    public string LastLine { get; private set; } = "no output";

    public void Write(string line)
    {
        lock (_gate)
        {
            LastLine = line;
            File.AppendAllText(Path, line + "\n");
        }
    }
}
