namespace AWS.Lambda.Powertools.Idempotency;

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IdempotencyKeyAttribute : Attribute;
