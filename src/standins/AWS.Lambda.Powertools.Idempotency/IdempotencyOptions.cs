namespace AWS.Lambda.Powertools.Idempotency;

public class IdempotencyOptions
{
    internal IdempotencyOptions(bool throwOnNoIdempotencyKey, long expirationInSeconds)
    {
        ThrowOnNoIdempotencyKey = throwOnNoIdempotencyKey;
        ExpirationInSeconds = expirationInSeconds;
    }

    public bool ThrowOnNoIdempotencyKey { get; }

    public long ExpirationInSeconds { get; }
}
