using System.Globalization;
using System.Text.Json.Nodes;

namespace OrgLens.Sender.Collectors.Cost;

/// <summary>Parts of questions to Cost Explorer.</summary>
internal static class CostExplorerInput
{
    /// <summary>The window, whose end is not of it, as it is there.</summary>
    public static JsonObject Period(CollectorRun run) => new() { ["Start"] = Text(run.Window.Start), ["End"] = Text(run.Window.End) };

    /// <summary>Restricts an answer to the account (a management account would be told of the whole organization).</summary>
    public static JsonObject OfAccount(CollectorRun run) => Dimension("LINKED_ACCOUNT", run.Account.AccountId);

    /// <summary>Restricts an answer to the account and to one value of another dimension.</summary>
    public static JsonObject OfAccount(CollectorRun run, string key, string value) => new() { ["And"] = new JsonArray(OfAccount(run), Dimension(key, value)) };

    private static JsonObject Dimension(string key, string value) =>
        new() { ["Dimensions"] = new JsonObject { ["Key"] = key, ["Values"] = new JsonArray(value) } };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
