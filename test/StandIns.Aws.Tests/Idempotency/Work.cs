using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Idempotency;

namespace StandIns.Aws.Tests.Idempotency;

/// <summary>Methods of every shape that [Idempotent] is woven into.</summary>
internal sealed class Work
{
    public int Runs { get; private set; }

    public Func<Task>? Meanwhile { get; init; }

    [Idempotent(KeyPrefix = "handler")]
    public async Task<Receipt> HandleAsync(Order order, ILambdaContext context)
    {
        await RunAsync();
        return new Receipt(order.Id, Runs);
    }

    [Idempotent(KeyPrefix = "marked")]
    public async Task<Receipt> LoadAsync(string reason, [IdempotencyKey] Order order, CancellationToken cancellationToken)
    {
        await RunAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return new Receipt(reason, Runs);
    }

    [Idempotent(KeyPrefix = "plain")]
    public async Task SweepAsync(Order order)
    {
        await RunAsync();
        ArgumentNullException.ThrowIfNull(order);
    }

    [Idempotent]
    public string Describe(string id)
    {
        Runs++;
        return $"{id} {Runs}";
    }

    [Idempotent(KeyPrefix = "nothing")]
    public void Forget(string id) => Runs += id.Length;

    [Idempotent(KeyPrefix = "unmarked")]
    public Task<int> AddAsync(int first, int second, int third)
    {
        Runs++;
        return Task.FromResult(first + second + third);
    }

    private async Task RunAsync()
    {
        Runs++;
        await Task.Yield();
        await (Meanwhile?.Invoke() ?? Task.CompletedTask);
    }

    internal sealed record Order(string Id, int Size);

    internal sealed record Receipt(string Id, int Run);
}
