using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;

namespace StandIns.Lambda.Tests;

public sealed class TestUtilitiesTests
{
    [Fact]
    public void The_test_logger_keeps_what_was_logged()
    {
        var context = new TestLambdaContext { AwsRequestId = "r1" };

        context.Logger.LogInformation("text");
        ((ILambdaContext)context).Logger.LogError("failed", "a", "b");

        Assert.Equal(
            ["Information: text", "Error: failed", "\ta", "\tb"],
            ((TestLambdaLogger)context.Logger).Buffer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_logger_that_lacks_the_form_with_arguments_fails_instead_of_recursing() =>
        Assert.Throws<NotSupportedException>(() => ((ILambdaLogger)new LineLogger()).LogInformation("{count}", 1));

    private sealed class LineLogger : ILambdaLogger
    {
        public void Log(string message)
        {
        }

        public void LogLine(string message)
        {
        }
    }
}
