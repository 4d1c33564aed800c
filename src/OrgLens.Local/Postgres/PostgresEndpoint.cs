using System.Text;
using OrgLens.Local.Processes;

namespace OrgLens.Local.Postgres;

/// <summary>Where a server listens: a folder with its socket, or a loopback port.</summary>
/// <param name="Host">The folder of the socket, or <c>127.0.0.1</c>.</param>
/// <param name="Port">The port; for a socket just a part of its name.</param>
public sealed record PostgresEndpoint(string Host, int Port)
{
    // sun_path holds 108 bytes on Linux, 104 on macOS, the final zero included.
    private const int LongestSocketPath = 103;
    private const int DefaultPort = 5432;

    /// <summary>Whether it is a Unix socket.</summary>
    public bool IsSocket => Host.StartsWith('/');

    internal static PostgresEndpoint For(PostgresCluster cluster)
    {
        var socket = Path.Combine(cluster.Folder, $".s.PGSQL.{DefaultPort}");
        return Encoding.UTF8.GetByteCount(socket) <= LongestSocketPath
            ? new PostgresEndpoint(cluster.Folder, DefaultPort)
            : new PostgresEndpoint("127.0.0.1", FreePort.Find());
    }
}
