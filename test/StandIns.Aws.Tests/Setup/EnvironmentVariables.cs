using Amazon.Runtime;

namespace StandIns.Aws.Tests.Setup;

/// <summary>Sets variables of this process and puts back what was there; its users share the collection named after it.</summary>
public sealed class EnvironmentVariables : IDisposable
{
    public const string Collection = "environment variables";

    private readonly List<(string Name, string? Before)> before = [];

    public EnvironmentVariables Set(string name, string? value)
    {
        before.Add((name, Environment.GetEnvironmentVariable(name)));
        Environment.SetEnvironmentVariable(name, value);
        FallbackRegionFactory.Reset();
        return this;
    }

    public void Dispose()
    {
        foreach (var (name, value) in Enumerable.Reverse(before))
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
