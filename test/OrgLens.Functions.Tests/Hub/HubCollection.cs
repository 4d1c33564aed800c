using System.Diagnostics.CodeAnalysis;

namespace OrgLens.Functions.Tests.Hub;

[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "It is what xunit calls a collection.")]
public sealed class HubCollection : ICollectionFixture<RunningHub>
{
    public const string Name = "hub";
}
