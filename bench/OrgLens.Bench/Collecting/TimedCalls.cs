using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Bench.Collecting.Answers;

namespace OrgLens.Bench.Collecting;

/// <summary>The same answers without a network, and when each of them was asked for and given.</summary>
internal sealed class TimedCalls : IAwsCalls
{
    // Long against what this machine needs between an answer and the calls that it leads to.
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentBag<(long Began, long Ended)> _made = [];

    /// <summary>The most calls that one after the other had to wait for: each of them began when the one before had ended.</summary>
    public int LongestSequence
    {
        get
        {
            var (length, ended) = (0, long.MinValue);
            foreach (var call in _made.OrderBy(call => call.Ended))
            {
                if (call.Began >= ended)
                {
                    (length, ended) = (length + 1, call.Ended);
                }
            }

            return length;
        }
    }

    public async Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var body = AccountAnswers.Of(operation, region, input?.ToJsonString() ?? string.Empty) ?? throw new InvalidOperationException($"{operation} has no answer.");
        await Task.Delay(Latency, cancellationToken);
        var answer = AwsAnswers.Read(operation, Encoding.UTF8.GetBytes(body)) ?? throw new InvalidOperationException($"{operation} has a malformed answer.");
        _made.Add((began, Stopwatch.GetTimestamp()));
        return answer;
    }
}
