using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>The documents that the reference's sender really wrote (test/data/snapshots).</summary>
internal static class Samples
{
    /// <summary>The rich production account in its home Region.</summary>
    public static TestSnapshot A { get; } = Read("111122223333", "ap-southeast-1", 20, 0);

    /// <summary>The same account and day in its second Region.</summary>
    public static TestSnapshot B { get; } = Read("111122223333", "us-east-1", 20, 40);

    /// <summary>The day after A.</summary>
    public static TestSnapshot D { get; } = Read("111122223333", "ap-southeast-1", 21, 0);

    /// <summary>A small account where many services fail.</summary>
    public static TestSnapshot C1 { get; } = Read("444455556666", "ap-southeast-1", 20, 0);

    /// <summary>The small account in a Region where nearly everything fails.</summary>
    public static TestSnapshot C2 { get; } = Read("444455556666", "eu-west-1", 20, 10);

    public static IReadOnlyList<TestSnapshot> All { get; } = [A, B, D, C1, C2];

    public static TestSnapshot Named(string name) => name switch
    {
        "a" => A,
        "b" => B,
        "d" => D,
        "c1" => C1,
        "c2" => C2,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>A document to change.</summary>
    public static JsonObject Parse(TestSnapshot sample) => JsonNode.Parse(sample.Stored)!.AsObject();

    private static TestSnapshot Read(string account, string region, int day, int second)
    {
        var key = $"data/{account}/{region}/2026-11-{day}_DAILY.json";
        var path = Path.Combine(AppContext.BaseDirectory, "data", key.Replace("/", "__", StringComparison.Ordinal));
        return new TestSnapshot(key, new DateTimeOffset(2026, 11, day, 1, 2, second, TimeSpan.Zero), File.ReadAllBytes(path));
    }
}
