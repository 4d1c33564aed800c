using OrgLens.Aws;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.Aws;

public sealed class CallPaceTests
{
    private readonly StoppedClock _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void Calls_keep_no_distance_until_one_is_throttled()
    {
        var pace = new CallPace(_clock);
        pace.Quicken();
        Assert.True(pace.WaitAsync(CancellationToken.None).IsCompleted && pace.WaitAsync(CancellationToken.None).IsCompleted);
        Assert.Equal(TimeSpan.Zero, pace.Distance);
    }

    [Fact]
    public void The_distance_grows_while_calls_are_throttled_and_is_gone_when_they_are_not()
    {
        var pace = new CallPace(_clock);
        for (var i = 0; i < 50; i++)
        {
            pace.Slow();
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(TimeSpan.FromSeconds(1), pace.Distance);
        for (var i = 0; i < 60; i++)
        {
            pace.Quicken();
        }

        Assert.Equal(TimeSpan.Zero, pace.Distance);
    }

    [Fact]
    public void Calls_that_are_throttled_together_slow_the_pace_once()
    {
        var pace = new CallPace(_clock);
        pace.Slow();
        var once = pace.Distance;
        pace.Slow();
        Assert.Equal(once, pace.Distance);
    }

    [Fact]
    public async Task Each_call_waits_for_its_turn()
    {
        var pace = new CallPace(_clock);
        pace.Slow();
        Task[] turns = [pace.WaitAsync(CancellationToken.None), pace.WaitAsync(CancellationToken.None), pace.WaitAsync(CancellationToken.None)];
        Assert.Equal([true, false, false], turns.Select(turn => turn.IsCompleted));
        _clock.Advance(pace.Distance);
        await turns[1];
        Assert.False(turns[2].IsCompleted);
        _clock.Advance(pace.Distance);
        await turns[2];
    }
}
