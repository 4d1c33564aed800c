namespace AWS.Lambda.Powertools.BatchProcessing.Exceptions;

internal sealed class BatchProcessingException(string message, IEnumerable<Exception> innerExceptions) : AggregateException(message, innerExceptions);
