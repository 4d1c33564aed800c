namespace AWS.Lambda.Powertools.Idempotency.Exceptions;

public class IdempotencyItemNotFoundException : Exception
{
    public IdempotencyItemNotFoundException()
    {
    }

    public IdempotencyItemNotFoundException(string message)
        : base(message)
    {
    }

    public IdempotencyItemNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
