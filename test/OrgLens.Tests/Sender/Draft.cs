using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

/// <summary>Small collectors for tests of the engine.</summary>
internal static class Draft
{
    public static readonly AwsOperation List = AwsServices.Kms.Operation("ListThings") with { Paging = new AwsPaging("Token", "Token") };

    public static readonly AwsOperation Describe = AwsServices.Kms.Operation("DescribeThing");

    public static readonly AwsOperation Priced = AwsServices.CostExplorer.Operation("GetPrice") with { PriceUsd = 0.01m };

    /// <summary>A collector that does what the function does.</summary>
    public static Collector Of(Func<CollectorRun, CancellationToken, Task> collect, string name = "security.kms", string section = "security.kms", CollectorScope scope = default) =>
        new(name, section) { Operations = [List, Describe, Priced], Scope = scope, CollectAsync = collect };

    /// <summary>A collector that lists things by their name.</summary>
    public static Collector Things(string name = "security.kms", string section = "security.kms", CollectorScope scope = default) => Of(
        async (run, cancellationToken) =>
        {
            await foreach (var thing in run.ItemsAsync(List, "Things", null, cancellationToken))
            {
                run.Write(row => row.Text("arn", thing.Text("Arn")));
            }
        },
        name,
        section,
        scope);

    /// <summary>A page of things.</summary>
    public static string Page(string? token, params string[] arns) =>
        $$"""{"Things":[{{string.Join(',', arns.Select(arn => $"{{\"Arn\":\"{arn}\"}}"))}}],"Token":{{(token is null ? "null" : $"\"{token}\"")}}}""";
}
