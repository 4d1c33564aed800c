using System.Text.Json;
using System.Text.RegularExpressions;
using OrgLens.Bench.Cloud;
using OrgLens.Local.Processes;

namespace OrgLens.Bench.Showing;

/// <summary>How long a browser took to open the dashboards.</summary>
/// <param name="Usable">Milliseconds until sheets, filters and frames were there.</param>
/// <param name="Drawn">Milliseconds until the last visual of the first sheet was painted.</param>
internal sealed partial record Opening(double Usable, double Drawn)
{
    /// <summary>Opens the page of the command, <c>orglens dashboard</c>, in a headless Chromium.</summary>
    /// <param name="cloud">Where the database is.</param>
    /// <param name="database">Its name.</param>
    /// <param name="times">How often; once more to begin with, which is not counted.</param>
    /// <param name="isChanging">Whether the database is written to all the while, so that no answer may be given twice.</param>
    /// <param name="cancellationToken">Ends the browser.</param>
    public static async Task<IReadOnlyList<Opening>> MeasureAsync(BenchCloud cloud, string database, int times, bool isChanging, CancellationToken cancellationToken)
    {
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = SupervisedProcess.Start(new ChildCommand([Path.Combine("artifacts", "bin", "orglens"), "dashboard", "--port", "0"])
        {
            Environment = new Dictionary<string, string>(cloud.Environment) { ["DB_NAME"] = database },
            OnOutput = line =>
            {
                if (Address().Match(line) is { Success: true } match)
                {
                    address.TrySetResult(match.Value);
                }
            },
        });
        var page = await address.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = isChanging ? WriteAsync(cloud, database, done.Token) : Task.CompletedTask;
        var (code, output) = await SupervisedProcess.RunAsync(
            new ChildCommand(["node", Path.Combine("bench", "OrgLens.Bench", "Showing", "open.mjs"), page, times.ToString(System.Globalization.CultureInfo.InvariantCulture)])
            {
                Environment = new Dictionary<string, string> { ["BROWSER_TOOLS"] = Path.GetFullPath(Path.Combine("artifacts", "browser-tools")) },
            },
            cancellationToken);
        await done.CancelAsync();
        await writing;
        if (code != 0)
        {
            throw new InvalidOperationException($"The browser failed: {output}");
        }

        using var seen = JsonDocument.Parse(output);
        return [.. seen.RootElement.EnumerateArray().Select(opening => opening.GetProperty("failed").GetInt32() == 0
            ? new Opening(opening.GetProperty("usable").GetDouble(), opening.GetProperty("drawn").GetDouble())
            : throw new InvalidOperationException("A visual could not be read."))];
    }

    /// <summary>Begins and ends transactions that write, which is what a load looks like from outside.</summary>
    private static async Task WriteAsync(BenchCloud cloud, string database, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await cloud.AdministerAsync(database, "select pg_current_xact_id()", cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/")]
    private static partial Regex Address();
}
