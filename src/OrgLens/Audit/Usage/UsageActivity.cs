namespace OrgLens.Audit.Usage;

/// <summary>What kind of thing an event tells, by its name. Names grow with the product: one that is not known yet is a change.</summary>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/user/logging-non-api.html</remarks>
internal static class UsageActivity
{
    /// <summary>Something is opened: in the console, or in a page that embeds it.</summary>
    public const string View = "view";

    /// <summary>A data set is asked for data.</summary>
    public const string Query = "query";

    /// <summary>Something is made, changed or shared.</summary>
    public const string Change = "change";

    /// <summary>Something is deleted.</summary>
    public const string Delete = "delete";

    /// <summary>Users or groups come, change or go.</summary>
    public const string User = "user";

    /// <summary>The subscription and its settings.</summary>
    public const string Account = "account";

    /// <summary>QuickSight's own work, as a scheduled refresh, whatever it does.</summary>
    public const string Service = "service";

    private static readonly string[] OpenedNames = ["GetDashboard", "GetAnalysis", "GetStaticAsset", "GetDashboardEmbedUrl", "GetSessionEmbedUrl"];

    // What lists and describes says nothing of use; actions in chats (InvokeAction) are no use of dashboards.
    private static readonly string[] ReadPrefixes = ["Describe", "List", "Search", "Get", "BatchGet", "Predict", "InvokeAction"];

    private static readonly string[] AccountWords = ["Account", "Subscri", "Spice", "Namespace", "IpRestriction", "IdentityPropagation", "KeyRegistration"];

    private static readonly string[] UserWords = ["User", "Group"];

    /// <summary>Whether an event of that name tells of use.</summary>
    public static bool IsUsage(string eventName) => IsView(eventName) || !ReadPrefixes.Any(prefix => eventName.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>What an event of that name tells, when a person or a program caused it.</summary>
    public static string Of(string eventName) =>
        IsView(eventName) ? View
        : eventName == "QueryDatabase" ? Query
        : AccountWords.Any(word => eventName.Contains(word, StringComparison.OrdinalIgnoreCase)) ? Account
        : UserWords.Any(word => eventName.Contains(word, StringComparison.Ordinal)) ? User
        : eventName.StartsWith("Delete", StringComparison.Ordinal) || eventName.StartsWith("BatchDelete", StringComparison.Ordinal) ? Delete
        : Change;

    // Embedding asks for a link under a name of its own for each kind of viewer.
    private static bool IsView(string eventName) =>
        OpenedNames.Contains(eventName, StringComparer.Ordinal) || eventName.StartsWith("GenerateEmbedUrl", StringComparison.Ordinal);
}
