namespace OrgLens.Receiver;

/// <summary>Counts what the receiver did.</summary>
public interface IReceiverMetrics
{
    /// <summary>Counts one document.</summary>
    void Count(LoadResult result, TimeSpan elapsed);
}
