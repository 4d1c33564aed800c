namespace OrgLens.Functions.Tests.Audit;

/// <summary>Idempotency is configured once per process: its tests run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneIdempotency
{
    public const string Name = "idempotency";
}
