using Amazon.Lambda.Core;

namespace OrgLens.Functions;

/// <summary>Ends work in time to say what was done.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>A token that is cancelled shortly before Lambda would end the invocation.</summary>
    public static CancellationTokenSource Before(ILambdaContext context)
    {
        var left = context.RemainingTime - Margin;
        return new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }
}
