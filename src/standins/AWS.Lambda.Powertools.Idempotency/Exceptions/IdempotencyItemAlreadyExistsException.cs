using AWS.Lambda.Powertools.Idempotency.Persistence;

namespace AWS.Lambda.Powertools.Idempotency.Exceptions;

public class IdempotencyItemAlreadyExistsException : Exception
{
    public IdempotencyItemAlreadyExistsException()
    {
    }

    public IdempotencyItemAlreadyExistsException(string message)
        : base(message)
    {
    }

    public IdempotencyItemAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The record that is in the way, where the store returned it with its refusal.</summary>
    public DataRecord Record { get; set; }
}
