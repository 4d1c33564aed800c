namespace AWS.Lambda.Powertools.BatchProcessing.Exceptions;

internal sealed class RecordProcessingException(string message, Exception innerException) : Exception(message, innerException);
