using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.BatchProcessing;
using AWS.Lambda.Powertools.BatchProcessing.Sqs;

namespace StandIns.Aws.Tests.Batch;

public sealed class SqsBatchProcessorTests
{
    private static readonly ProcessingOptions NeverThrow = new() { ThrowOnFullBatchFailure = false };

    [Fact]
    public async Task Reports_the_records_whose_handler_threw()
    {
        var result = await new Processor().ProcessAsync(Batch("1", "2", "3"), Failing("2"));

        Assert.Equal(["2"], Failed(result));
        Assert.Equal(["1", "3"], result.SuccessRecords.Select(success => success.RecordId));
        Assert.Equal("handled 1", result.SuccessRecords[0].HandlerResult.Data);
        Assert.Equal("cannot do 2", Assert.Single(result.FailureRecords).Exception.InnerException!.Message);
        Assert.Equal(3, result.BatchRecords.Count);
    }

    [Fact]
    public async Task A_fifo_batch_stops_at_its_first_failure_and_returns_the_rest()
    {
        var seen = new ConcurrentQueue<string>();
        var result = await new Processor().ProcessAsync(Batch("1", "2", "3", queue: "ingest.fifo"), Failing(seen, "2"));

        Assert.Equal(["2", "3"], Failed(result));
        Assert.Equal(["1", "2"], seen);
    }

    [Fact]
    public async Task The_given_policy_wins_over_the_queue()
    {
        var result = await new Processor().ProcessAsync(
            Batch("1", "2", "3", queue: "ingest.fifo"),
            Failing("2"),
            new ProcessingOptions { ErrorHandlingPolicy = BatchProcessorErrorHandlingPolicy.ContinueOnBatchItemFailure });

        Assert.Equal(["2"], Failed(result));
    }

    [Fact]
    public async Task Throws_when_every_record_failed()
    {
        var exception = await Assert.ThrowsAnyAsync<AggregateException>(() => new Processor().ProcessAsync(Batch("1", "2"), Failing("1", "2")));

        Assert.Equal(2, exception.InnerExceptions.Count);
    }

    [Fact]
    public async Task Throws_for_an_empty_batch() =>
        await Assert.ThrowsAnyAsync<AggregateException>(() => new Processor().ProcessAsync(Batch(), Failing()));

    [Fact]
    public async Task Answers_instead_of_throwing_when_told_so()
    {
        Assert.Equal(["1", "2"], Failed(await new Processor().ProcessAsync(Batch("1", "2"), Failing("1", "2"), NeverThrow)));
        Assert.Empty(Failed(await new Processor().ProcessAsync(Batch(), Failing(), NeverThrow)));
    }

    [Fact]
    public async Task Parallel_records_each_get_their_own_outcome()
    {
        var ids = Enumerable.Range(0, 50).Select(i => $"{i}").ToArray();
        var bad = ids.Where((_, i) => i % 3 == 0).ToArray();

        var result = await new Processor().ProcessAsync(
            Batch(ids), Failing(bad), new ProcessingOptions { BatchParallelProcessingEnabled = true, MaxDegreeOfParallelism = 8 });

        Assert.Equal(bad, Failed(result));
        Assert.Equal(ids.Except(bad), result.SuccessRecords.Select(success => success.RecordId));
    }

    [Fact]
    public async Task A_cancelled_batch_returns_what_was_not_reached()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = RecordHandler<SQSEvent.SQSMessage>.From(message =>
        {
            if (message.MessageId == "1")
            {
                cancellation.Cancel();
            }
        });

        var result = await new Processor().ProcessAsync(Batch("1", "2", "3"), handler, cancellation.Token);

        Assert.Equal(["2", "3"], Failed(result));
    }

    [Fact]
    public async Task Two_records_of_one_id_are_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new Processor().ProcessAsync(Batch("1", "1"), Failing()));

    [Fact]
    public async Task The_response_is_what_the_service_reads()
    {
        var result = await new Processor().ProcessAsync(Batch("1", "2"), Failing("2"));

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"2"}]}""", JsonSerializer.Serialize(result.BatchItemFailuresResponse));
    }

    [Fact]
    public async Task The_shared_instance_keeps_its_last_result()
    {
        var result = await SqsBatchProcessor.Instance.ProcessAsync(Batch("1", "2"), Failing("2"));

        Assert.Same(result, SqsBatchProcessor.Result);
    }

    private static SQSEvent Batch(params string[] ids) => Batch(ids, "ingest");

    private static SQSEvent Batch(string first, string second, string third, string queue) => Batch([first, second, third], queue);

    private static SQSEvent Batch(string[] ids, string queue) => new()
    {
        Records = [.. ids.Select(id => new SQSEvent.SQSMessage { MessageId = id, EventSourceArn = $"arn:aws:sqs:eu-west-1:111122223333:{queue}" })],
    };

    private static IRecordHandler<SQSEvent.SQSMessage> Failing(params string[] ids) => Failing(new ConcurrentQueue<string>(), ids);

    private static IRecordHandler<SQSEvent.SQSMessage> Failing(ConcurrentQueue<string> seen, params string[] ids) =>
        RecordHandler<SQSEvent.SQSMessage>.From(message =>
        {
            seen.Enqueue(message.MessageId);
            return ids.Contains(message.MessageId)
                ? throw new InvalidOperationException($"cannot do {message.MessageId}")
                : Task.FromResult(RecordHandlerResult.FromData($"handled {message.MessageId}"));
        });

    private static IEnumerable<string> Failed(ProcessingResult<SQSEvent.SQSMessage> result) =>
        result.BatchItemFailuresResponse.BatchItemFailures.Select(failure => failure.ItemIdentifier);

    private sealed class Processor : SqsBatchProcessor;
}
