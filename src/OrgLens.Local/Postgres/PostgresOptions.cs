namespace OrgLens.Local.Postgres;

/// <summary>How to run a private PostgreSQL.</summary>
/// <param name="Folder">Holds the data, the sockets and the log; created if it does not exist.</param>
public sealed record PostgresOptions(string Folder)
{
    /// <summary>Whether commits wait for the disk, as a real database's do. Tests do without.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>The most connections at a time.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>Further settings, as on the command line of <c>postgres</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
