namespace OrgLens.Sender;

/// <summary>An object around rows: a product of Security Hub with its findings, a Region's Config report with its evaluations.</summary>
public sealed class RowHolder
{
    private readonly OutputRun _output;
    private readonly RowSpool _spool;

    internal RowHolder(OutputRun output, RowSpool spool)
    {
        _output = output;
        _spool = spool;
    }

    /// <summary>Adds a row to the object's list.</summary>
    public void Write(Action<RowWriter> members) => _output.Add(_spool, _output.Run.RowRegion, members);

    /// <summary>Writes the object's other members; the last call counts. The list needs none, and an object without it is written, too.</summary>
    public void Head(Action<RowWriter> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        _spool.SetHead(json =>
        {
            OutputRun.WriteRegion(json, _output.Run.RowRegion);
            members(new RowWriter(json));
        });
    }
}
