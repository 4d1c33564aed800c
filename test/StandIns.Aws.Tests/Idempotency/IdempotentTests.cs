using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.TestUtilities;
using AWS.Lambda.Powertools.Idempotency.Exceptions;
using Powertools = AWS.Lambda.Powertools.Idempotency.Idempotency;

namespace StandIns.Aws.Tests.Idempotency;

[Collection(OneTable.Name)]
public sealed class IdempotentTests
{
    private static readonly TestLambdaContext Context = new() { RemainingTime = TimeSpan.FromSeconds(30) };
    private readonly MotoServer moto;
    private readonly Work.Order order = new(Guid.NewGuid().ToString(), 7);

    public IdempotentTests(MotoServer moto)
    {
        this.moto = moto;
        Powertools.Configure(builder => builder
            .UseDynamoDb(store => store.WithTableName(MotoServer.Table).WithDynamoDBClient(moto.Client))
            .WithOptions(options => options.WithExpiration(TimeSpan.FromHours(2))));
    }

    private string Payload => $$"""{"Id":"{{order.Id}}","Size":7}""";

    [Fact]
    public async Task A_second_call_returns_the_first_result_without_running()
    {
        var work = new Work();

        var first = await work.HandleAsync(order, Context);
        var second = await work.HandleAsync(order, Context);

        Assert.Equal(1, work.Runs);
        Assert.Equal(first, second);
        Assert.NotSame(first, second);
    }

    [Fact]
    public async Task The_item_has_the_published_layout()
    {
        var before = DateTimeOffset.UtcNow;
        await new Work().HandleAsync(order, Context);
        var after = DateTimeOffset.UtcNow;

        var item = await moto.ItemAsync(Id("handler", Payload));

        Assert.NotNull(item);
        Assert.Equal(["data", "expiration", "id", "in_progress_expiration", "status"], item.Keys.Order());
        Assert.Equal("COMPLETED", item["status"].S);
        Assert.Equal($$"""{"Id":"{{order.Id}}","Run":1}""", item["data"].S);
        Assert.InRange(Number(item["expiration"]), before.AddHours(2).ToUnixTimeSeconds(), after.AddHours(2).ToUnixTimeSeconds());
        Assert.InRange(Number(item["in_progress_expiration"]), before.AddSeconds(30).ToUnixTimeMilliseconds(), after.AddSeconds(30).ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task While_it_runs_the_key_is_taken()
    {
        var other = new Work();
        var id = Id("marked", Payload);
        var work = new Work
        {
            Meanwhile = async () =>
            {
                Assert.Equal("INPROGRESS", (await moto.ItemAsync(id))!["status"].S);
                await Assert.ThrowsAsync<IdempotencyAlreadyInProgressException>(() => other.LoadAsync("second", order, CancellationToken.None));
            },
        };

        var receipt = await work.LoadAsync("first", order, CancellationToken.None);

        Assert.Equal("first", receipt.Id);
        Assert.Equal((1, 0), (work.Runs, other.Runs));
        Assert.DoesNotContain("in_progress_expiration", (await moto.ItemAsync(id))!.Keys);
    }

    [Fact]
    public async Task Only_the_marked_parameter_is_the_key()
    {
        var work = new Work();

        await work.LoadAsync("one reason", order, CancellationToken.None);
        var again = await work.LoadAsync("another reason", order, CancellationToken.None);

        Assert.Equal("one reason", again.Id);
        Assert.Equal(1, work.Runs);
    }

    [Fact]
    public async Task A_registered_context_limits_the_claim_of_an_inner_method()
    {
        Powertools.RegisterLambdaContext(Context);

        await new Work().LoadAsync("reason", order, CancellationToken.None);

        Assert.Contains("in_progress_expiration", (await moto.ItemAsync(Id("marked", Payload)))!.Keys);
    }

    [Fact]
    public async Task A_failure_frees_the_key_and_is_thrown_on()
    {
        var work = new Work { Meanwhile = () => throw new InvalidOperationException("no") };

        Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => work.HandleAsync(order, Context))).Message);

        Assert.Null(await moto.ItemAsync(Id("handler", Payload)));
        Assert.Equal(1, (await new Work().HandleAsync(order, Context)).Run);
    }

    [Fact]
    public async Task A_plain_task_keeps_an_empty_object()
    {
        var work = new Work();

        await work.SweepAsync(order);
        await work.SweepAsync(order);

        Assert.Equal(1, work.Runs);
        Assert.Equal("{}", (await moto.ItemAsync(Id("plain", Payload)))!["data"].S);
    }

    [Fact]
    public async Task Without_a_prefix_the_key_names_function_and_method()
    {
        var work = new Work();

        Assert.Equal(work.Describe(order.Id), work.Describe(order.Id));

        Assert.Equal($"\"{order.Id} 1\"", (await moto.ItemAsync(Id("testFunction.Describe", order.Id)))!["data"].S);
    }

    [Theory]
    [InlineData("COMPLETED", -10, null)]
    [InlineData("INPROGRESS", -10, null)]
    [InlineData("INPROGRESS", 3600, -10)]
    public async Task An_expired_or_timed_out_claim_is_taken_over(string status, int expiresIn, int? timesOutIn)
    {
        var now = DateTimeOffset.UtcNow;
        var item = new Dictionary<string, AttributeValue>
        {
            ["id"] = new(Id("handler", Payload)),
            ["status"] = new(status),
            ["expiration"] = new() { N = now.AddSeconds(expiresIn).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
            ["data"] = new("""{"Id":"stale","Run":99}"""),
        };
        if (timesOutIn is { } seconds)
        {
            item["in_progress_expiration"] = new() { N = now.AddSeconds(seconds).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) };
        }

        await moto.PutAsync(item);

        Assert.Equal(new Work.Receipt(order.Id, 1), await new Work().HandleAsync(order, Context));
    }

    [Fact]
    public async Task A_crash_without_a_known_context_blocks_the_key()
    {
        await moto.PutAsync(new()
        {
            ["id"] = new(Id("handler", Payload)),
            ["status"] = new("INPROGRESS"),
            ["expiration"] = new() { N = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
        });

        await Assert.ThrowsAsync<IdempotencyAlreadyInProgressException>(() => new Work().HandleAsync(order, Context));
    }

    [Fact]
    public async Task A_store_that_fails_says_so()
    {
        Powertools.Configure(builder => builder.UseDynamoDb(store => store.WithTableName("no-such-table").WithDynamoDBClient(moto.Client)));

        var exception = await Assert.ThrowsAsync<IdempotencyPersistenceLayerException>(() => new Work().HandleAsync(order, Context));

        Assert.IsType<ResourceNotFoundException>(exception.InnerException);
    }

    [Fact]
    public async Task Methods_that_cannot_be_made_idempotent_are_refused()
    {
        Assert.Throws<IdempotencyConfigurationException>(() => new Work().Forget("x"));
        await Assert.ThrowsAsync<IdempotencyConfigurationException>(() => new Work().AddAsync(1, 2, 3));
        Assert.Throws<NullReferenceException>(() => Powertools.Configure(_ => { }));
    }

    [Fact]
    public async Task Parallel_calls_of_one_key_run_once()
    {
        var works = Enumerable.Range(0, 8).Select(_ => new Work()).ToArray();

        var outcomes = await Task.WhenAll(works.Select(async work =>
        {
            try
            {
                return (await work.HandleAsync(order, Context)).Run;
            }
            catch (IdempotencyAlreadyInProgressException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, works.Sum(work => work.Runs));
        Assert.Contains(1, outcomes);
    }

    private static long Number(AttributeValue value) => long.Parse(value.N, CultureInfo.InvariantCulture);

#pragma warning disable CA5351 // The published layout names items by MD5.
    private static string Id(string prefix, string payload) => $"{prefix}#{Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(payload)))}";
#pragma warning restore CA5351
}
