namespace OrgLens.Sender;

/// <summary>
/// All rows of a document on their way into it. They are kept by section, job and group, so that the document's order follows the plan
/// and not the answers' times: a section that did not change is the same to the letter.
/// </summary>
internal sealed class SectionSpool : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Section, int Job, string Group), RowSpool> _spools = [];
    private readonly HashSet<int> _closed = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("snapshot-");

    /// <summary>Where the files are.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The rows of a job in a section.</summary>
    /// <param name="section">Path of the section.</param>
    /// <param name="job">Place of the job in the plan.</param>
    /// <param name="group">Which object around the rows, in sections that have them.</param>
    public RowSpool For(string section, int job, string group = "")
    {
        lock (_lock)
        {
            if (!_spools.TryGetValue((section, job, group), out var spool))
            {
                spool = new RowSpool(_folder.FullName);
                _spools.Add((section, job, group), spool);
                if (_closed.Contains(job))
                {
                    spool.Close();
                }
            }

            return spool;
        }
    }

    /// <summary>The rows of a section, in the order of the document.</summary>
    public IReadOnlyList<RowSpool> Of(string section)
    {
        lock (_lock)
        {
            return
            [
                .. _spools.Where(pair => pair.Key.Section == section && (pair.Value.Rows > 0 || !pair.Value.Head.IsEmpty))
                    .OrderBy(pair => pair.Key.Job).ThenBy(pair => pair.Key.Group, StringComparer.Ordinal).Select(pair => pair.Value),
            ];
        }
    }

    /// <summary>Ends the writing of a job's rows.</summary>
    public void Close(int job)
    {
        lock (_lock)
        {
            _closed.Add(job);
            foreach (var (_, spool) in _spools.Where(pair => pair.Key.Job == job))
            {
                spool.Close();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var spool in _spools.Values)
            {
                spool.Dispose();
            }

            _folder.Delete(recursive: true);
        }
    }
}
