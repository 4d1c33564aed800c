using OrgLens.Audit.Trail;

namespace OrgLens.Functions.Audit;

/// <summary>A message's place in its batch: used for a record at most once, and given up when the message has none to bring.</summary>
/// <param name="batch">The batch.</param>
public sealed class TrailPlace(TrailBatch batch) : IDisposable
{
    private bool _isUsed;

    /// <summary>Brings the message's record and waits until the whole batch has been applied.</summary>
    /// <exception cref="TrailRecordException">The record can't be used.</exception>
    public Task BringAsync(TrailRecord record)
    {
        _isUsed = true;
        return batch.BringAsync(record);
    }

    /// <summary>Gives the place up, if it was not used.</summary>
    public void Dispose()
    {
        if (!_isUsed)
        {
            _isUsed = true;
            batch.Arrive(null);
        }
    }
}
