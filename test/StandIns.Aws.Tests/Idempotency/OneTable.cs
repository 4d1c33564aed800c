namespace StandIns.Aws.Tests.Idempotency;

/// <summary>Idempotency is configured once per process: its tests share one table and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneTable : ICollectionFixture<MotoServer>
{
    public const string Name = "idempotency";
}
