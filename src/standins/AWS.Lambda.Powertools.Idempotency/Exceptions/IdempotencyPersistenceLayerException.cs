namespace AWS.Lambda.Powertools.Idempotency.Exceptions;

public class IdempotencyPersistenceLayerException : Exception
{
    public IdempotencyPersistenceLayerException()
    {
    }

    public IdempotencyPersistenceLayerException(string message)
        : base(message)
    {
    }

    public IdempotencyPersistenceLayerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
