using System.Diagnostics;

namespace OrgLens.Bench.Collecting;

/// <summary>What as many calls take that are neither signed nor read: what this machine allows anybody.</summary>
internal static class BareCalls
{
    private const string Authorization = "AWS4-HMAC-SHA256 Credential=bench/20260115/eu-west-1/kms/aws4_request, SignedHeaders=host, Signature=0";

    /// <summary>Seconds from the first call to the last byte of the last answer; the second time, so that it is not measured compiling itself.</summary>
    public static async Task<double> MeasureAsync(Uri endpoint, int calls, int atOnce)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = atOnce });
        await CallAsync(client, endpoint, calls, atOnce);
        var started = Stopwatch.GetTimestamp();
        await CallAsync(client, endpoint, calls, atOnce);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static Task CallAsync(HttpClient client, Uri endpoint, int calls, int atOnce) => Parallel.ForEachAsync(
        Enumerable.Range(0, calls), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, cancellationToken) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent("{}"u8.ToArray()) };
            request.Headers.TryAddWithoutValidation("X-Amz-Target", "TrentService.ListKeys");
            request.Headers.TryAddWithoutValidation("Authorization", Authorization);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.1");
            using var answer = await client.SendAsync(request, cancellationToken);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        });
}
