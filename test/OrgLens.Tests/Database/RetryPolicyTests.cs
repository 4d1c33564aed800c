using OrgLens.Database;

namespace OrgLens.Tests.Database;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(1, 50, 100)]
    [InlineData(2, 100, 200)]
    [InlineData(3, 200, 400)]
    [InlineData(4, 250, 500)]
    [InlineData(60, 250, 500)]
    [InlineData(5000, 250, 500)]
    public void Waits_double_up_to_the_longest_and_half_of_each_is_chance(int attempt, int least, int most)
    {
        var policy = new RetryPolicy(10, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500));
        var waits = Enumerable.Range(0, 200).Select(_ => policy.DelayAfter(attempt).TotalMilliseconds).ToList();
        Assert.All(waits, wait => Assert.InRange(wait, least, most));
        Assert.True(waits.Distinct().Count() > 1);
    }

    [Fact]
    public void The_product_waits_long_enough_for_a_paused_cluster_and_less_than_a_minute()
    {
        var most = Enumerable.Range(1, RetryPolicy.Default.Attempts - 1)
            .Sum(attempt => Math.Min(RetryPolicy.Default.FirstDelay.TotalSeconds * Math.Pow(2, attempt - 1), RetryPolicy.Default.LongestDelay.TotalSeconds));
        Assert.InRange(most, 10, 60);
    }
}
