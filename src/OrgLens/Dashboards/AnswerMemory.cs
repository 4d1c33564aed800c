namespace OrgLens.Dashboards;

/// <summary>
/// Answers of the database for as long as they would be the same: until a transaction has written anything, and for five minutes at
/// most, since some views reckon with the present time. Who asks for what somebody else waits for waits for the same answer.
/// </summary>
/// <param name="clock">What time it is.</param>
internal sealed class AnswerMemory(TimeProvider clock)
{
    private const int Most = 1000;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    private readonly Lock _using = new();

    private string _version = string.Empty;

    /// <summary>The answer that is kept, or a new one.</summary>
    /// <param name="question">What is asked, to the letter.</param>
    /// <param name="version">What the database's contents are known by, read before the question is asked.</param>
    /// <param name="ask">Asks the database.</param>
    public Task<string> GetAsync(string question, string version, Func<Task<string>> ask)
    {
        lock (_using)
        {
            if (_version != version || _kept.Count >= Most)
            {
                _kept.Clear();
                _version = version;
            }

            var now = clock.GetUtcNow();
            if (_kept.TryGetValue(question, out var kept) && now - kept.Since < s_longest && !kept.Answer.IsFaulted && !kept.Answer.IsCanceled)
            {
                return kept.Answer;
            }

            var answer = ask();
            _kept[question] = new Kept(now, answer);
            return answer;
        }
    }

    private sealed record Kept(DateTimeOffset Since, Task<string> Answer);
}
