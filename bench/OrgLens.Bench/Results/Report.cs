namespace OrgLens.Bench.Results;

/// <summary>Collects what the scenarios found, shows it at once and writes it down at the end.</summary>
internal sealed class Report
{
    private readonly List<ResultTable> _tables = [];
    private readonly List<TargetResult> _targets = [];

    public void Add(ResultTable table)
    {
        _tables.Add(table);
        table.Write(Console.Out);
    }

    public void Add(string target, string measured, bool isMet) => _targets.Add(new TargetResult(target, measured, isMet));

    /// <summary>The promises, in a table of their own.</summary>
    public ResultTable Targets => new(
        "Targets", ["Target", "Measured", "Met"], [.. _targets.Select(t => (IReadOnlyList<string>)[t.Target, t.Measured, t.IsMet ? "yes" : "**no**"])]);

    public async Task WriteAsync(string path, IReadOnlyList<(string Name, string Value)> machine)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using var output = new StreamWriter(path) { NewLine = "\n" };
        await output.WriteLineAsync("# Benchmark results\n");
        new ResultTable("Measured on", ["", "Value"], [.. machine.Select(m => (IReadOnlyList<string>)[m.Name, m.Value])]).Write(output);
        Targets.Write(output);
        foreach (var table in _tables)
        {
            table.Write(output);
        }
    }
}
