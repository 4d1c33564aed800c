using Microsoft.AspNetCore.Http;
using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Bench.Collecting;

/// <summary>Tells which of the collectors' operations a request is, as the service would.</summary>
internal static class OperationIndex
{
    private static readonly IReadOnlyList<AwsOperation> All =
    [
        .. CollectorList.All.SelectMany(collector => collector.Operations).Append(AccountIdentity.GetCallerIdentity).Append(AccountRegions.ListRegions),
    ];

    private static readonly ILookup<string, AwsOperation> ByTarget =
        All.Where(operation => operation.Service.TargetPrefix is not null).ToLookup(operation => $"{operation.Service.TargetPrefix}.{operation.Name}");

    private static readonly ILookup<string, AwsOperation> ByAction =
        All.Where(operation => operation.Service.Protocol is AwsProtocol.Query or AwsProtocol.Ec2)
            .ToLookup(operation => $"Action={operation.Name}&Version={operation.Service.ApiVersion}");

    private static readonly ILookup<string, AwsOperation> ByService =
        All.Where(operation => operation.Route is not null).ToLookup(operation => operation.Service.SigningName);

    /// <summary>The operation; null: none of them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="service">The service that it is signed for.</param>
    /// <param name="body">Its body.</param>
    public static AwsOperation? Find(HttpRequest request, string service, string body) =>
        request.Headers.TryGetValue("X-Amz-Target", out var target) ? ByTarget[target.ToString()].FirstOrDefault()
        : body.StartsWith("Action=", StringComparison.Ordinal) ? ByAction[string.Join('&', body.Split('&').Take(2))].FirstOrDefault()
        : ByService[service].FirstOrDefault(operation => Matches(operation.Route!, request));

    private static bool Matches(AwsRoute route, HttpRequest request)
    {
        var parts = route.Path.Split('?');
        var (wanted, given) = (parts[0].Split('/'), request.Path.Value!.Split('/'));
        return route.Method == request.Method
            // An ARN in a path has slashes of its own.
            && (wanted.Length == given.Length || (wanted[^1].StartsWith('{') && wanted.Length < given.Length))
            && wanted.Zip(given).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second)
            && parts.Skip(1).All(request.Query.ContainsKey);
    }
}
