namespace AWS.Lambda.Powertools.BatchProcessing.Exceptions;

/// <summary>Ends a batch at its first failure.</summary>
internal sealed class CircuitBreakerException(string message, Exception innerException) : Exception(message, innerException);
