namespace AWS.Lambda.Powertools.Idempotency;

public class IdempotencyOptionsBuilder
{
    private long expirationInSeconds = 60 * 60;
    private bool throwOnNoIdempotencyKey;

    public IdempotencyOptionsBuilder WithThrowOnNoIdempotencyKey(bool throwOnNoIdempotencyKey)
    {
        this.throwOnNoIdempotencyKey = throwOnNoIdempotencyKey;
        return this;
    }

    public IdempotencyOptionsBuilder WithExpiration(TimeSpan duration)
    {
        expirationInSeconds = (long)duration.TotalSeconds;
        return this;
    }

    public IdempotencyOptions Build() => new(throwOnNoIdempotencyKey, expirationInSeconds);
}
