using System.Buffers;
using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Usage;

/// <summary>A kind of things in QuickSight, and how records name them.</summary>
/// <param name="Column">Beginning of the columns' names: <c>data_set</c> of <c>data_set_id</c>.</param>
/// <param name="Word">The word in members' names: <c>dataSet</c> of <c>dataSetId</c>.</param>
/// <param name="ArnType">The word in ARNs.</param>
/// <param name="EventWords">Words in the names of the events that are about it.</param>
internal sealed record UsageAsset(string Column, string Word, string ArnType, IReadOnlyList<string> EventWords)
{
    private const int DeepestArn = 64;

    // What may follow an id: the rest of its ARN, or of the text around it.
    private static readonly SearchValues<char> Ends = SearchValues.Create("/\"\\ ,'");

    /// <summary>All kinds that are recorded.</summary>
    public static IReadOnlyList<UsageAsset> All { get; } =
    [
        new("dashboard", "dashboard", "dashboard", ["Dashboard", "StaticAsset", "EmbedUrl"]),
        new("analysis", "analysis", "analysis", ["Analysis", "Visual"]),
        new("data_set", "dataSet", "dataset", ["DataSet", "Dataset", "Ingestion", "RefreshSchedule"]),
        // A data set's definition names the source of its data by its ARN.
        new("data_source", "dataSource", "datasource", ["DataSource", "DataSet"]),
        new("folder", "folder", "folder", ["Folder"]),
    ];

    /// <summary>Members that hold its id or its ARN; a link to embed something names what is shown first.</summary>
    public string[] IdNames => [$"{Word}Id", $"initial{Word}Id"];

    /// <summary>Member that holds its name.</summary>
    public string NameName => $"{Word}Name";

    /// <summary>Whether an event is about one of these.</summary>
    public bool IsOf(string eventName) => EventWords.Any(word => eventName.Contains(word, StringComparison.Ordinal));

    /// <summary>The id that a text holds: itself, or what an ARN of this kind names; null when it is the ARN of another kind.</summary>
    public string? IdOf(string? text)
    {
        if (text is null || !text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return text is { Length: > 0 } ? text[(text.LastIndexOf('/') + 1)..] : null;
        }

        var begin = text.IndexOf($":{ArnType}/", StringComparison.Ordinal);
        if (begin < 0)
        {
            return null;
        }

        var rest = text[(begin + ArnType.Length + 2)..];
        var end = rest.AsSpan().IndexOfAny(Ends);
        return end < 0 ? rest : end > 0 ? rest[..end] : null;
    }

    /// <summary>The id of the first ARN of this kind in any text of a record: the last resort.</summary>
    public string? FirstIn(JsonElement element) => FirstIn(element, 0);

    private string? FirstIn(JsonElement element, int depth) => element.ValueKind switch
    {
        JsonValueKind.String => InText(element.Text()),
        JsonValueKind.Object when depth < DeepestArn => element.EnumerateObject().Select(member => FirstIn(member.Value, depth + 1)).FirstOrDefault(found => found is not null),
        JsonValueKind.Array when depth < DeepestArn => element.EnumerateArray().Select(item => FirstIn(item, depth + 1)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private string? InText(string? text)
    {
        var type = text?.IndexOf($":{ArnType}/", StringComparison.Ordinal) ?? -1;
        var arn = type < 0 ? -1 : text!.LastIndexOf("arn:", type, StringComparison.Ordinal);
        return arn < 0 ? null : IdOf(text![arn..]);
    }
}
