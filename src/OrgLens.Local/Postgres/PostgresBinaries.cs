using System.Text.RegularExpressions;
using OrgLens.Local.Processes;

namespace OrgLens.Local.Postgres;

/// <summary>An installed PostgreSQL.</summary>
/// <param name="Folder">The folder that holds <c>initdb</c> and <c>postgres</c>.</param>
/// <param name="MajorVersion">15 to 18.</param>
public sealed partial record PostgresBinaries(string Folder, int MajorVersion)
{
    private const int Oldest = 15;
    private const int Newest = 18;

    /// <summary>Finds the newest usable PostgreSQL: Debian's and Homebrew's folders, PATH, and where <c>pg_config</c> points.</summary>
    /// <exception cref="LocalCloudException">There is none.</exception>
    public static async Task<PostgresBinaries> FindAsync(CancellationToken cancellationToken = default)
    {
        PostgresBinaries? best = null;
        foreach (var folder in await CandidatesAsync(cancellationToken))
        {
            if (File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"))
                && await ReadVersionAsync(Path.Combine(folder, "postgres"), cancellationToken) is { } version
                && version is >= Oldest and <= Newest && version > (best?.MajorVersion ?? 0))
            {
                best = new PostgresBinaries(folder, version);
            }
        }

        return best ?? throw new LocalCloudException(
            $"PostgreSQL {Oldest} to {Newest} was not found. Install it: `apt-get install postgresql` or `brew install postgresql@17`.");
    }

    private static async Task<IReadOnlyList<string>> CandidatesAsync(CancellationToken cancellationToken)
    {
        var folders = new List<string>();
        for (var version = Newest; version >= Oldest; version--)
        {
            folders.Add($"/usr/lib/postgresql/{version}/bin");
            folders.Add($"/usr/pgsql-{version}/bin");
            folders.Add($"/opt/homebrew/opt/postgresql@{version}/bin");
            folders.Add($"/usr/local/opt/postgresql@{version}/bin");
        }

        if (ProgramSearch.Find("pg_config", []) is { } config)
        {
            var (code, output) = await SupervisedProcess.RunAsync(new ChildCommand([config, "--bindir"]), cancellationToken);
            if (code == 0)
            {
                folders.Add(output.Trim());
            }
        }

        // A program in PATH may be a link to where its siblings are.
        if (ProgramSearch.Find("initdb", []) is { } initdb)
        {
            var target = File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb;
            folders.Add(Path.GetDirectoryName(target)!);
        }

        return folders.Distinct(StringComparer.Ordinal).Where(Directory.Exists).ToList();
    }

    private static async Task<int?> ReadVersionAsync(string postgres, CancellationToken cancellationToken)
    {
        var (code, output) = await SupervisedProcess.RunAsync(new ChildCommand([postgres, "--version"]), cancellationToken);
        var match = VersionPattern().Match(output);
        return code == 0 && match.Success ? int.Parse(match.Groups[1].ValueSpan) : null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionPattern();
}
