namespace OrgLens.Receiver;

/// <summary>Counts what the receiver did and what it has.</summary>
public interface IReceiverMetrics
{
    /// <summary>Counts one document.</summary>
    void Count(LoadResult result, TimeSpan elapsed);

    /// <summary>Says how the pipeline is.</summary>
    void Report(PipelineState state);
}
