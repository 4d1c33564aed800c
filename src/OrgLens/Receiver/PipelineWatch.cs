using OrgLens.Database;

namespace OrgLens.Receiver;

/// <summary>Says how the pipeline is, for alarms to look at.</summary>
/// <param name="database">The database, entered as its application role.</param>
/// <param name="metrics">Where it is said.</param>
public sealed class PipelineWatch(DataApi database, IReceiverMetrics metrics)
{
    private static readonly string StateStatement = SqlFiles.Read("calls/pipeline_state");

    /// <summary>Asks the database and reports.</summary>
    public async Task<PipelineState> ReportAsync(CancellationToken cancellationToken)
    {
        var row = (await database.ExecuteAsync(StateStatement, [], cancellationToken)).Records[0];
        var state = new PipelineState(
            row[0].LongValue!.Value,
            row[1].LongValue!.Value,
            row[2].LongValue!.Value,
            row[3].LongValue!.Value,
            row[4].LongValue is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        metrics.Report(state);
        return state;
    }
}
