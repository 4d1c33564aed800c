namespace OrgLens.Local.Tests;

[CollectionDefinition(Name)]
public sealed class SharedEmulators : ICollectionFixture<Emulators>
{
    public const string Name = "emulators";
}
