namespace OrgLens.Receiver;

/// <summary>Reads a document a second time and fills chunks with the rows of the sections that the database wants.</summary>
internal sealed class RowStream : ISectionSink, IDisposable
{
    private static readonly string[] ObjectSections = ["account", "config", "cost"];

    private readonly SnapshotOutline _outline;
    private readonly Dictionary<string, RowRecord?> _wanted;
    private readonly JsonTokens _tokens;
    private readonly SectionWalker _walker;
    private readonly Queue<(string Section, int Parent, byte[] Row)> _waiting = [];
    private RowChunk? _chunk;
    private bool _atEnd;

    /// <summary>Begins to read.</summary>
    public RowStream(
        Stream document, SnapshotOutline outline, IReadOnlyCollection<string> sections, IReadOnlyDictionary<string, IReadOnlyList<RowMember>> members,
        SnapshotLimits limits)
    {
        _outline = outline;
        _wanted = sections.ToDictionary(section => section, section => members.TryGetValue(section, out var known) ? new RowRecord(known) : null, StringComparer.Ordinal);
        _tokens = new JsonTokens(document, limits);
        _walker = new SectionWalker(this, limits, isStrict: false);
        foreach (var section in ObjectSections.Where(_wanted.ContainsKey))
        {
            foreach (var row in outline.ObjectRows(section))
            {
                _waiting.Enqueue((section, 0, row));
            }
        }

        _atEnd = _wanted.Keys.Except(ObjectSections).All(section => outline.Rows.GetValueOrDefault(section) == 0);
    }

    /// <summary>Whether the chunk that was filled last has the last rows. Where the end was not seen yet, it may still have them.</summary>
    public bool AtEnd => _atEnd && _waiting.Count == 0;

    /// <summary>Fills a chunk as far as it goes.</summary>
    /// <returns>False when no rows are left.</returns>
    /// <exception cref="SnapshotRejectedException">A row is not well-formed; which and why takes a strict reading to say.</exception>
    public bool Fill(RowChunk chunk)
    {
        chunk.Clear();
        _chunk = chunk;
        while (_waiting.TryPeek(out var row))
        {
            if (!TryAdd(row.Section, row.Parent, row.Row))
            {
                return true;
            }

            _waiting.Dequeue();
        }

        _atEnd = _atEnd || !_tokens.Run(_walker);
        return !chunk.IsEmpty;
    }

    /// <inheritdoc/>
    public bool Row(string section, int parent, ReadOnlySpan<byte> json)
    {
        if (!_wanted.ContainsKey(section) || TryAdd(section, parent, json))
        {
            return true;
        }

        _waiting.Enqueue((section, parent, json.ToArray()));
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _tokens.Dispose();

    /// <inheritdoc/>
    void ISectionSink.Present(string name)
    {
    }

    /// <inheritdoc/>
    void ISectionSink.Parent(string section, int index, ReadOnlySpan<byte> json)
    {
    }

    /// <inheritdoc/>
    void ISectionSink.Whole(string name, ReadOnlySpan<byte> json)
    {
    }

    /// <inheritdoc/>
    void ISectionSink.Failed(string section)
    {
    }

    /// <inheritdoc/>
    void ISectionSink.Ignored(string path)
    {
    }

    private bool TryAdd(string section, int parentIndex, ReadOnlySpan<byte> row)
    {
        var parent = _outline.Parents.GetValueOrDefault((section, parentIndex));
        if (_wanted[section] is { } record && record.TryTake(row))
        {
            return _chunk!.TryAdd(section, parentIndex, parent, record);
        }

        JsonText.Check(row);
        return _chunk!.TryAdd(section, parentIndex, parent, row);
    }
}
