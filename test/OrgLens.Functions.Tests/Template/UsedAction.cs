using OrgLens.Local.Gateway;

namespace OrgLens.Functions.Tests.Template;

/// <summary>What IAM asks for before it lets a request pass.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resource">ARN of what it is done to; null where only the body says it.</param>
internal sealed record UsedAction(string Action, string? Resource)
{
    private static readonly Dictionary<string, string> s_dataApi = new()
    {
        ["/Execute"] = "ExecuteStatement",
        ["/BatchExecute"] = "BatchExecuteStatement",
        ["/BeginTransaction"] = "BeginTransaction",
        ["/CommitTransaction"] = "CommitTransaction",
        ["/RollbackTransaction"] = "RollbackTransaction",
    };

    /// <summary>The actions of a request; empty where everybody may.</summary>
    /// <remarks>https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html</remarks>
    public static IEnumerable<UsedAction> Of(LocalRequest request) => request.Service switch
    {
        "s3" => OfS3(request),
        "rds-data" => [new($"rds-data:{s_dataApi[request.Target]}", null)],
        "lambda" => [new(request.Target.EndsWith("/invocations", StringComparison.Ordinal) ? "lambda:InvokeFunction"
            : request.Target.EndsWith("/configuration", StringComparison.Ordinal) ? "lambda:GetFunctionConfiguration"
            : "lambda:ListTags", null)],
        "sts" when request.Operation == "GetCallerIdentity" => [],
        // A batch is allowed as its messages are.
        "sqs" => [new($"sqs:{request.Operation!.Replace("Batch", "", StringComparison.Ordinal)}", null)],
        _ => [new($"{request.Service}:{request.Operation ?? $"{request.Method} {request.Target}"}", null)],
    };

    private static IEnumerable<UsedAction> OfS3(LocalRequest request)
    {
        var parts = request.Target.Split('?', 2);
        var query = parts.Length > 1 ? parts[1] : "";
        var path = Uri.UnescapeDataString(parts[0]).TrimStart('/').Split('/', 2);
        var bucket = $"arn:aws:s3:::{path[0]}";
        if (path.Length < 2 || path[1].Length == 0)
        {
            yield return new UsedAction("s3:ListBucket", bucket);
            yield break;
        }

        var resource = $"{bucket}/{path[1]}";
        yield return request.Method switch
        {
            "GET" or "HEAD" => new UsedAction(query.Contains("versionId", StringComparison.Ordinal) ? "s3:GetObjectVersion" : "s3:GetObject", resource),
            "DELETE" when query.Contains("uploadId", StringComparison.Ordinal) => new UsedAction("s3:AbortMultipartUpload", resource),
            "DELETE" => new UsedAction("s3:DeleteObject", resource),
            _ => new UsedAction("s3:PutObject", resource),
        };
        if (request.CopySource is { } source)
        {
            yield return new UsedAction("s3:GetObject", $"arn:aws:s3:::{Uri.UnescapeDataString(source).TrimStart('/').Split('?')[0]}");
        }
    }
}
