namespace OrgLens.Local.Tests.Simulation;

[CollectionDefinition(Name)]
public sealed class SharedSimulation : ICollectionFixture<SimulatedCloud>
{
    public const string Name = "simulation";
}
