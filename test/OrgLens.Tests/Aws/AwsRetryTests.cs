using OrgLens.Aws;

namespace OrgLens.Tests.Aws;

public sealed class AwsRetryTests
{
    [Fact]
    public void Waits_lie_below_a_bound_that_doubles_up_to_the_longest()
    {
        var retry = new AwsRetry(10, 3, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500));
        foreach (var (attempt, bound) in new[] { (1, 100), (2, 200), (3, 400), (4, 500), (9, 500) })
        {
            var waits = Enumerable.Range(0, 200).Select(_ => retry.DelayAfter(attempt).TotalMilliseconds).ToList();
            Assert.InRange(waits.Min(), 0, bound / 2);
            Assert.InRange(waits.Max(), bound / 2, bound);
        }
    }
}
