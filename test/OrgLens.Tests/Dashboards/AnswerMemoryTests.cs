using OrgLens.Dashboards;

namespace OrgLens.Tests.Dashboards;

/// <summary>An answer is given again as long as it would be the same.</summary>
public sealed class AnswerMemoryTests
{
    private readonly FixedClock _clock = new();
    private readonly List<string> _asked = [];

    [Theory]
    [InlineData("q", "1", 0, 1)]
    [InlineData("q", "1", 299, 1)]
    [InlineData("q", "1", 300, 2)]
    [InlineData("q", "2", 0, 2)]
    [InlineData("p", "1", 0, 2)]
    public async Task The_database_is_asked_again_when_anything_is_different(string question, string version, int secondsLater, int expected)
    {
        var memory = new AnswerMemory(_clock);
        await AskAsync(memory, "q", "1");
        _clock.Now += TimeSpan.FromSeconds(secondsLater);

        Assert.Equal($"{question} at {expected}", await AskAsync(memory, question, version));
    }

    [Fact]
    public async Task Two_that_ask_the_same_wait_for_one_answer()
    {
        var memory = new AnswerMemory(_clock);
        var answer = new TaskCompletionSource<string>();

        var first = memory.GetAsync("q", "1", () => answer.Task);
        var second = memory.GetAsync("q", "1", () => throw new InvalidOperationException("asked twice"));
        answer.SetResult("told");

        Assert.Equal("told", await first);
        Assert.Equal("told", await second);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var memory = new AnswerMemory(_clock);
        await Assert.ThrowsAsync<TimeoutException>(() => memory.GetAsync("q", "1", () => Task.FromException<string>(new TimeoutException())));

        Assert.Equal("q at 1", await AskAsync(memory, "q", "1"));
    }

    [Fact]
    public async Task It_does_not_grow_without_end()
    {
        var memory = new AnswerMemory(_clock);
        for (var i = 0; i < 1001; i++)
        {
            await AskAsync(memory, $"{i}", "1");
        }

        Assert.Equal("1000 at 1001", await AskAsync(memory, "1000", "1"));
        Assert.Equal("0 at 1002", await AskAsync(memory, "0", "1"));
    }

    private Task<string> AskAsync(AnswerMemory memory, string question, string version) => memory.GetAsync(question, version, () =>
    {
        _asked.Add(question);
        return Task.FromResult($"{question} at {_asked.Count}");
    });

    private sealed class FixedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
