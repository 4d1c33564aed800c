namespace StandIns.Aws.Tests.Logging;

/// <summary>Standard output and the logger's configuration belong to the process: these tests run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneOutput : ICollectionFixture<FirstInvocation>
{
    public const string Name = "standard output";
}
