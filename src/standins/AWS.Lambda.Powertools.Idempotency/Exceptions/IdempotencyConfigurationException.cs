namespace AWS.Lambda.Powertools.Idempotency.Exceptions;

public class IdempotencyConfigurationException : Exception
{
    public IdempotencyConfigurationException()
    {
    }

    public IdempotencyConfigurationException(string message)
        : base(message)
    {
    }

    public IdempotencyConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
