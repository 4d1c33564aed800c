using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using OrgLens.Local.Processes;

namespace OrgLens.Local.Postgres;

/// <summary>A data folder that a server can be started on.</summary>
internal sealed class PostgresCluster
{
    private static readonly TimeSpan s_leaveTime = TimeSpan.FromSeconds(20);
    private readonly PostgresBinaries _binaries;
    private readonly PrivilegeDrop _privileges;

    private PostgresCluster(string folder, PostgresBinaries binaries, PrivilegeDrop privileges)
    {
        Folder = folder;
        _binaries = binaries;
        _privileges = privileges;
    }

    /// <summary>Holds everything: data, sockets, log, password.</summary>
    public string Folder { get; }

    /// <summary>What PostgreSQL calls PGDATA.</summary>
    public string DataFolder => Path.Combine(Folder, $"data-{_binaries.MajorVersion}");

    /// <summary>The superuser's password.</summary>
    public string Password { get; private set; } = "";

    private string PasswordFile => Path.Combine(Folder, "superuser");

    /// <summary>Opens the cluster in a folder, or creates it there.</summary>
    public static async Task<PostgresCluster> OpenAsync(string folder, PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(folder);
        var privileges = await PrivilegeDrop.ChooseAsync(Path.Combine(binaries.Folder, "initdb"), folder, cancellationToken);
        var cluster = new PostgresCluster(folder, binaries, privileges);
        if (!File.Exists(Path.Combine(cluster.DataFolder, "PG_VERSION")))
        {
            await cluster.CreateAsync(cancellationToken);
        }

        cluster.Password = await File.ReadAllTextAsync(cluster.PasswordFile, cancellationToken);
        await cluster.RemoveTracesOfCrashAsync(cancellationToken);
        return cluster;
    }

    /// <summary>The command line that runs one of the programs as the right user.</summary>
    public IReadOnlyList<string> CommandLine(string program, IEnumerable<string> arguments) =>
        [.. _privileges.Prefix, Path.Combine(_binaries.Folder, program), .. arguments];

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(DataFolder))
        {
            // Left behind by an initdb that was interrupted.
            Directory.Delete(DataFolder, recursive: true);
        }

        await File.WriteAllTextAsync(PasswordFile, RandomNumberGenerator.GetHexString(32), cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PasswordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await _privileges.TakeOwnershipAsync(Folder, cancellationToken);
        var (code, output) = await SupervisedProcess.RunAsync(
            new ChildCommand(CommandLine("initdb", [
                "-D", DataFolder, "-U", PostgresServer.Superuser, "--pwfile", PasswordFile, "--auth", "scram-sha-256",
                "-E", "UTF8", "--locale", "C", "--no-sync", "--no-instructions",
            ])),
            cancellationToken);
        if (code != 0)
        {
            throw new LocalCloudException($"initdb failed in {DataFolder}: {output}");
        }
    }

    /// <summary>
    /// A server that was killed leaves its pid file behind, and PostgreSQL refuses to start when another process happens to have that
    /// number by now. A server that is just leaving is waited for.
    /// </summary>
    private async Task RemoveTracesOfCrashAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(DataFolder, "postmaster.pid");
        var deadline = Stopwatch.GetTimestamp() + (long)(s_leaveTime.TotalSeconds * Stopwatch.Frequency);
        while (await ReadPidAsync(file, cancellationToken) is { } pid && IsPostgres(pid))
        {
            if (Stopwatch.GetTimestamp() > deadline)
            {
                throw new LocalCloudException($"A PostgreSQL server (process {pid}) is still running on {DataFolder}: stop it first.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }

        File.Delete(file);
    }

    private static async Task<int?> ReadPidAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var lines = await File.ReadAllLinesAsync(file, cancellationToken);
            return lines.Length > 0 && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static bool IsPostgres(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName is "postgres" or "postmaster";
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
