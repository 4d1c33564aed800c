using OrgLens.Local.Processes;

namespace OrgLens.Local.Postgres;

/// <summary>
/// PostgreSQL refuses to run as root. This is how root gets it to run anyway: a prefix to the command line, and the owner that the data
/// folder must have.
/// </summary>
/// <param name="Prefix">What comes before the program on the command line.</param>
/// <param name="Owner">Who has to own the data folder, as <c>chown</c> understands it; null where it stays as it is.</param>
internal sealed record PrivilegeDrop(IReadOnlyList<string> Prefix, string? Owner)
{
    private static readonly PrivilegeDrop s_none = new([], null);

    /// <summary>Tries the known ways and takes the first that can run the program and reach the folder.</summary>
    public static async Task<PrivilegeDrop> ChooseAsync(string program, string folder, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return s_none;
        }

        foreach (var candidate in Candidates())
        {
            if (await WorksAsync(candidate, program, folder, cancellationToken))
            {
                return candidate;
            }
        }

        throw new LocalCloudException(
            "PostgreSQL does not run as root, and neither unshare nor setpriv nor runuser can start it as another user here: run as an ordinary user.");
    }

    /// <summary>Gives the folder to its owner.</summary>
    public async Task TakeOwnershipAsync(string folder, CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess)
        {
            var (code, output) = await SupervisedProcess.RunAsync(new ChildCommand(["chown", "-R", Owner ?? "root", folder]), cancellationToken);
            if (code != 0)
            {
                throw new LocalCloudException($"The data folder {folder} cannot be given to {Owner}: {output}");
            }
        }
    }

    private static IEnumerable<PrivilegeDrop> Candidates()
    {
        // A user namespace of its own: the process is nobody special inside, and still root for the file system, so that a state
        // folder below /root (mode 700) can be reached.
        yield return new PrivilegeDrop(["unshare", "--user", "--map-user=1000", "--map-group=1000"], "root");
        foreach (var user in new[] { "postgres", "nobody" })
        {
            // Containers often forbid user namespaces. The capability lets the other user pass through closed parent folders.
            yield return new PrivilegeDrop(
                ["setpriv", $"--reuid={user}", "--clear-groups", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"], user);
            yield return new PrivilegeDrop(["setpriv", $"--reuid={user}", "--clear-groups"], user);
            yield return new PrivilegeDrop(["runuser", "-u", user, "--"], user);
        }
    }

    private static async Task<bool> WorksAsync(PrivilegeDrop candidate, string program, string folder, CancellationToken cancellationToken)
    {
        if (ProgramSearch.Find(candidate.Prefix[0], ["/usr/sbin", "/sbin"]) is null)
        {
            return false;
        }

        await candidate.TakeOwnershipAsync(folder, cancellationToken);
        var probe = $"test \"$(id -u)\" != 0 && test -w '{folder}' && '{program}' --version";
        var (code, _) = await SupervisedProcess.RunAsync(new ChildCommand([.. candidate.Prefix, "sh", "-c", probe]), cancellationToken);
        return code == 0;
    }
}
