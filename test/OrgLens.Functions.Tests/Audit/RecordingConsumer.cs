using OrgLens.Audit.Trail;

namespace OrgLens.Functions.Tests.Audit;

/// <summary>Wants the example's events and keeps what it was given, call by call.</summary>
internal sealed class RecordingConsumer : ITrailConsumer
{
    public List<IReadOnlyList<TrailRecord>> Calls { get; } = [];

    /// <summary>Whether the database is away.</summary>
    public bool IsAway { get; set; }

    public static bool Wants(string eventSource, string eventName) => eventSource == "example.amazonaws.com" && eventName == "CreateThing";

    public async Task<IReadOnlyList<TrailFailure>> ApplyAsync(IReadOnlyList<TrailRecord> records, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Calls.Add(records);
        return IsAway
            ? throw new Amazon.RDSDataService.Model.DatabaseUnavailableException("away")
            : [.. records.Index().Where(record => record.Item.Request.Text("thing") is null).Select(record => new TrailFailure(record.Index, "no thing"))];
    }
}
