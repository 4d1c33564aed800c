using AspectInjector.Broker;
using AWS.Lambda.Powertools.Idempotency.Internal;

namespace AWS.Lambda.Powertools.Idempotency;

[AttributeUsage(AttributeTargets.Method)]
[Injection(typeof(IdempotentAspect))]
public sealed class IdempotentAttribute : Attribute
{
    public string KeyPrefix { get; set; }
}
