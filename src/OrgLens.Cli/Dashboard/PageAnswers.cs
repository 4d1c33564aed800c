using System.Text.Json.Nodes;
using OrgLens.Dashboards;

namespace OrgLens.Cli.Dashboard;

/// <summary>What the page asks, as it writes it, and what it is answered.</summary>
internal sealed class PageAnswers(DashboardAnswers answers)
{
    /// <summary>Questions of one request that the database is asked at a time.</summary>
    private const int AtOnce = 6;

    /// <summary>The definition that the page draws by.</summary>
    public string DescribeText() => answers.DescribeText();

    /// <summary>What the database's contents are known by.</summary>
    public Task<string> VersionAsync(CancellationToken cancellationToken) => answers.VersionAsync(cancellationToken);

    /// <summary>Has ready what a page asks first: the definition, and the answers of the first sheet.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        DescribeText();
        var version = await VersionAsync(cancellationToken);
        await AtOnceAsync(Questions(new JsonObject { ["sheet"] = string.Empty }), (question, token) => VisualAsync(question, version, token), cancellationToken);
    }

    /// <summary>The questions that were listed, or those of all visuals of a sheet: the first one where it names none that there is.</summary>
    /// <exception cref="DashboardException">They are no questions.</exception>
    public List<JsonObject> Questions(JsonObject asked)
    {
        if (asked["questions"] is JsonArray listed)
        {
            return [.. listed.Select(item => item as JsonObject ?? throw new DashboardException("A question is no object."))];
        }

        var sheets = answers.Visuals.ToLookup(visual => visual.Sheet, StringComparer.Ordinal);
        var sheet = Member(asked, "sheet");
        var visuals = sheets.Contains(sheet) ? sheets[sheet] : sheets.FirstOrDefault() ?? Enumerable.Empty<(string Sheet, string Visual)>();
        return [.. visuals.Select(visual => new JsonObject { ["sheet"] = visual.Sheet, ["visual"] = visual.Visual, ["parameters"] = asked["parameters"]?.DeepClone() })];
    }

    /// <summary>The answer to a question about a visual, as JSON.</summary>
    /// <exception cref="DashboardException">The visual can't be drawn.</exception>
    public Task<string> VisualAsync(JsonObject question, string version, CancellationToken cancellationToken) => answers.VisualTextAsync(
        new VisualRequest(Member(question, "sheet"), Member(question, "visual"))
        {
            Chosen = question["parameters"] as JsonObject,
            Drill = [.. (question["drill"] as JsonArray ?? []).Select(value => value?.ToString() ?? string.Empty)],
            Offset = question["offset"] is JsonValue offset && offset.TryGetValue<int>(out var rows) && rows > 0 ? rows : 0,
            IsWhole = question["whole"] is not null,
            Version = question["again"] is null ? version : null,
        },
        cancellationToken);

    /// <summary>The values that a control offers, as JSON.</summary>
    /// <exception cref="DashboardException">There is no such control.</exception>
    public async Task<string> ControlAsync(JsonObject question, CancellationToken cancellationToken) =>
        (await answers.ControlAsync(Member(question, "sheet"), Member(question, "control"), cancellationToken)).ToJsonString();

    /// <summary>Does something with questions, a few of them at a time.</summary>
    public static Task AtOnceAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (item, token) => await work(item, token));

    private static string Member(JsonObject question, string name) => question[name] is JsonValue value ? value.ToString() : throw new DashboardException($"The question lacks {name}.");
}
