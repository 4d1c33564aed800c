namespace AWS.Lambda.Powertools.BatchProcessing;

public class ProcessingOptions
{
    public CancellationToken? CancellationToken { get; init; }

    public int? MaxDegreeOfParallelism { get; init; }

    public BatchProcessorErrorHandlingPolicy? ErrorHandlingPolicy { get; init; }

    public bool BatchParallelProcessingEnabled { get; init; }

    public bool ThrowOnFullBatchFailure { get; init; } = true;
}
