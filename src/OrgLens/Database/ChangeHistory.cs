using System.Globalization;

namespace OrgLens.Database;

/// <summary>What rows of the state tables said before (<c>row_changes</c>), which is kept for as long as <c>history_settings</c> says.</summary>
/// <param name="database">The database.</param>
public sealed class ChangeHistory(DataApi database)
{
    /// <summary>A statement of the Data API may take 45 seconds; this many rows take one.</summary>
    private const int BatchSize = 10_000;

    /// <summary>What is left then waits for the next day.</summary>
    private const int MostBatches = 100;

    private static readonly string PruneStatement = SqlFiles.Read("calls/prune_changes");

    /// <summary>Forgets what is older than it is to be kept, the oldest first.</summary>
    /// <returns>How many rows that was.</returns>
    public async Task<long> PruneAsync(CancellationToken cancellationToken)
    {
        var forgotten = 0L;
        for (var batch = 0; batch < MostBatches; batch++)
        {
            var answer = await database.ExecuteAsync(
                PruneStatement, [Parameter.Text("at_most", BatchSize.ToString(CultureInfo.InvariantCulture))], cancellationToken);
            var rows = answer.Records[0][0].LongValue ?? 0;
            forgotten += rows;
            if (rows < BatchSize)
            {
                break;
            }
        }

        return forgotten;
    }
}
