using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Assets;

/// <summary>Records of Lambda about functions.</summary>
internal static class LambdaEvents
{
    /// <summary>Operations without the API date that their names carry in records.</summary>
    public static readonly FrozenDictionary<string, AssetOperation> Operations = new Dictionary<string, AssetOperation>
    {
        ["CreateFunction"] = new(AssetKind.Function, AssetChange.Created),
        ["UpdateFunctionCode"] = new(AssetKind.Function, AssetChange.Changed),
        ["UpdateFunctionConfiguration"] = new(AssetKind.Function, AssetChange.Changed),
        ["PublishVersion"] = new(AssetKind.Function, AssetChange.Changed),
        ["DeleteFunction"] = new(AssetKind.Function, AssetChange.Removed),
        ["TagResource"] = new(null, AssetChange.Tagged),
        ["UntagResource"] = new(null, AssetChange.Tagged),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary><c>CreateFunction</c> for <c>CreateFunction20150331</c> and <c>CreateFunction20150331v2</c>.</summary>
    public static string WithoutDate(string eventName)
    {
        var end = eventName.Length;
        var digits = Digits(end);
        if (digits > 0 && end > digits && eventName[end - digits - 1] == 'v')
        {
            end -= digits + 1;
            digits = Digits(end);
        }

        return digits == 8 ? eventName[..(end - 8)] : eventName;

        int Digits(int before)
        {
            var count = 0;
            while (count < before && char.IsAsciiDigit(eventName[before - 1 - count]))
            {
                count++;
            }

            return count;
        }
    }

    public static IEnumerable<AssetEvent> Of(TrailRecord record, AssetOperation operation)
    {
        var (request, response) = (record.Request, record.Response);
        var isTag = operation.Change == AssetChange.Tagged;
        var (name, qualifier) = isTag ? Named(record, request.Text("resource"), isArn: true)
            : Named(record, response.Text("functionArn") ?? request.Text("functionName") ?? response.Text("functionName"), isArn: false);
        if (name is null)
        {
            return [];
        }

        var arn = new AssetArn(AssetKind.Function, record.AccountId, record.Region, name).ToString();
        var change = operation.Change == AssetChange.Removed && (qualifier ?? request.Text("qualifier")) is not null ? AssetChange.Changed : operation.Change;
        var isVersion = qualifier is not null || response.Text("version") is not (null or "$LATEST");
        return [new AssetEvent(AssetKind.Function, arn, arn, change)
        {
            Facts = operation.Change switch
            {
                AssetChange.Created => Facts(response.ValueKind == JsonValueKind.Object ? response : request, name, isVersion)
                    .With("created_at", response.Instant("lastModified") ?? record.EventTime),
                // What was published, or only tried, leaves the function as it is.
                AssetChange.Changed when record.EventName.StartsWith("Update", StringComparison.Ordinal) && request.Flag("dryRun") is not true => Facts(response, name, isVersion),
                _ when change == AssetChange.Removed => new JsonObject().With("name", name).With("state", "deleted"),
                _ => [],
            },
            Tags = record.EventName.StartsWith("Untag", StringComparison.Ordinal) ? AssetFacts.RemovedTags(request.Items("tagKeys"))
                : isTag || change == AssetChange.Created ? TagMap(request.At("tags"))
                : [],
            HasAllTags = change == AssetChange.Created,
        }];
    }

    private static JsonObject Facts(JsonElement function, string name, bool isVersion) => new JsonObject()
        .With("name", name)
        .With("state", isVersion ? null : function.Text("state"))
        .With("runtime", function.Text("runtime"))
        .With("vpc_id", function.Text("vpcConfig", "vpcId"))
        .With("memory_mb", function.WholeNumber("memorySize"))
        .With("timeout_seconds", function.WholeNumber("timeout"))
        .With("handler", function.Text("handler"))
        .With("role", function.Text("role"))
        .With("package_type", function.Text("packageType"))
        .With("architecture", function.Items("architectures").Select(architecture => architecture.Text()).FirstOrDefault())
        .With("code_bytes", function.WholeNumber("codeSize"))
        .With("last_modified", function.Instant("lastModified"));

    // A name, a part of an ARN (account:function:name) or a whole one, each with a version or an alias after it or without.
    private static (string? Name, string? Qualifier) Named(TrailRecord record, string? function, bool isArn)
    {
        var parts = function?.Split(':') ?? [];
        return parts switch
        {
            ["arn", _, "lambda", _, var account, "function", var name, .. var rest] => account == record.AccountId ? (name, rest.FirstOrDefault()) : default,
            _ when isArn => default,
            [var account, "function", var name, .. var rest] => account == record.AccountId ? (name, rest.FirstOrDefault()) : default,
            [{ Length: > 0 } name, .. var rest] => (name, rest.FirstOrDefault()),
            _ => default,
        };
    }

    private static JsonObject TagMap(JsonElement tags)
    {
        var found = new JsonObject();
        if (tags.ValueKind == JsonValueKind.Object)
        {
            foreach (var tag in tags.EnumerateObject())
            {
                found[tag.Name] = tag.Value.Text() ?? string.Empty;
            }
        }

        return found;
    }
}
