using OrgLens.Audit.Trail;

namespace OrgLens.Functions.Audit;

/// <summary>
/// The records of one batch of messages: its messages are dealt with side by side, and once each of them has said what it brings,
/// all records go to the consumer in one call.
/// </summary>
/// <param name="consumer">Commits the records.</param>
/// <param name="messages">How many messages the batch has.</param>
/// <param name="cancellationToken">Ends the waiting and the call.</param>
public sealed class TrailBatch(ITrailConsumer consumer, int messages, CancellationToken cancellationToken)
{
    private readonly Lock _lock = new();
    private readonly List<TrailRecord> _records = [];
    private readonly TaskCompletionSource<IReadOnlyList<TrailRecord>> _gathered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<IReadOnlyList<TrailFailure>>? _application;
    private int _awaited = messages;

    /// <summary>A message's place in the batch. The batch waits until each place was used or given up.</summary>
    public TrailPlace Take() => new(this);

    /// <summary>Adds a record and waits until the whole batch has been applied.</summary>
    /// <exception cref="TrailRecordException">This record can't be used.</exception>
    internal async Task BringAsync(TrailRecord record)
    {
        var index = Arrive(record);
        var records = await _gathered.Task.WaitAsync(cancellationToken);
        var failures = await ApplyAsync(records);
        if (failures.FirstOrDefault(failure => failure.Index == index) is { } failure)
        {
            throw new TrailRecordException(failure.Reason);
        }
    }

    /// <summary>Notes that one more message has said what it brings: a record, or nothing.</summary>
    /// <returns>The record's position among all.</returns>
    internal int Arrive(TrailRecord? record)
    {
        lock (_lock)
        {
            if (record is not null)
            {
                _records.Add(record);
            }

            if (--_awaited == 0)
            {
                _gathered.SetResult(_records);
            }

            return _records.Count - 1;
        }
    }

    private Task<IReadOnlyList<TrailFailure>> ApplyAsync(IReadOnlyList<TrailRecord> records)
    {
        lock (_lock)
        {
            return _application ??= consumer.ApplyAsync(records, cancellationToken);
        }
    }
}
