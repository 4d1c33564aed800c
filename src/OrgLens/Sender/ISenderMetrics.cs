namespace OrgLens.Sender;

/// <summary>Counts what a run has collected and what it has not.</summary>
public interface ISenderMetrics
{
    /// <summary>Counts one document.</summary>
    void Count(SentSnapshot sent, TimeSpan elapsed);
}
