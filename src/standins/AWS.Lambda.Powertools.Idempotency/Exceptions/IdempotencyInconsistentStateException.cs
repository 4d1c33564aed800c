namespace AWS.Lambda.Powertools.Idempotency.Exceptions;

public class IdempotencyInconsistentStateException : Exception
{
    public IdempotencyInconsistentStateException()
    {
    }

    public IdempotencyInconsistentStateException(string message)
        : base(message)
    {
    }

    public IdempotencyInconsistentStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
