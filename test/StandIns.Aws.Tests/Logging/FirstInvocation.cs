using System.Text.Json.Nodes;
using Amazon.Lambda.TestUtilities;
using AWS.Lambda.Powertools.Logging;

namespace StandIns.Aws.Tests.Logging;

/// <summary>The first call of a [Logging] method in this process: there is only one.</summary>
public sealed class FirstInvocation
{
    public FirstInvocation()
    {
        using var output = new CapturedOutput();
        Handle("first", new TestLambdaContext());
        Line = output.Line;
    }

    public JsonObject Line { get; }

    [Logging]
    private static void Handle(string input, TestLambdaContext context) => Logger.LogInformation("handling {Input} in {Function}", input, context);
}
