using System.Text.Json.Nodes;

namespace StandIns.Aws.Tests.Logging;

/// <summary>Standard output while it lives, as lines of JSON.</summary>
internal sealed class CapturedOutput : IDisposable
{
    private readonly TextWriter before = Console.Out;
    private readonly StringWriter captured = new();

    public CapturedOutput() => Console.SetOut(TextWriter.Synchronized(captured));

    public IReadOnlyList<JsonObject> Lines =>
        [.. captured.ToString().Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!.AsObject())];

    public JsonObject Line => Assert.Single(Lines);

    public void Dispose()
    {
        Console.SetOut(before);
        captured.Dispose();
    }
}
