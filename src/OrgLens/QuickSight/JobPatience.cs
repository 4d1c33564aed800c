namespace OrgLens.QuickSight;

/// <summary>Waits for what QuickSight does by itself.</summary>
/// <param name="clock">Measures the waits.</param>
/// <param name="betweenLooks">How long to wait between two looks.</param>
/// <param name="limit">How long to wait in all.</param>
internal sealed class JobPatience(TimeProvider clock, TimeSpan betweenLooks, TimeSpan limit)
{
    /// <summary>Imports take half a minute; one that takes ten is stuck, and a function has fifteen.</summary>
    public static JobPatience Of(TimeProvider clock) => new(clock, TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(10));

    /// <summary>Looks until something has ended.</summary>
    /// <returns>The state that it ended in.</returns>
    /// <exception cref="AnalysisMigrationException">It goes on beyond the limit.</exception>
    public async Task<string?> UntilAsync(string what, Func<Task<string?>> look, Func<string?, bool> hasEnded, CancellationToken cancellationToken)
    {
        var begin = clock.GetTimestamp();
        while (true)
        {
            var state = await look();
            if (hasEnded(state))
            {
                return state;
            }

            if (clock.GetElapsedTime(begin) >= limit)
            {
                throw new AnalysisMigrationException($"After {limit.TotalMinutes:0} minutes {what} is still {state}: run it again to go on waiting.");
            }

            await Task.Delay(betweenLooks, clock, cancellationToken);
        }
    }
}
