using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>Asks Lambda about functions, one by one. Not with GetFunction, which would need access to their code.</summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html</remarks>
internal sealed class FunctionQuestion : IAssetQuestion
{
    public static readonly AwsOperation GetFunctionConfiguration =
        AwsServices.Lambda.Get("GetFunctionConfiguration", "/2015-03-31/functions/{FunctionName}/configuration");

    public static readonly AwsOperation ListTags = AwsServices.Lambda.Get("ListTags", "/2017-03-31/tags/{Resource}");

    public int AtMost => 1;

    public async IAsyncEnumerable<(string Id, Func<AssetDescription, AssetDescription> Answer)> AskAsync(
        IAwsCalls calls, string region, IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in ids)
        {
            var function = await calls.CallAsync(GetFunctionConfiguration, region, new JsonObject { ["FunctionName"] = name }, cancellationToken);
            var arn = function.Text("FunctionArn");
            var tags = await TagsAsync(calls, region, arn, cancellationToken);
            yield return (name, description => description with { ResourceId = arn, Facts = Facts(function), Tags = tags });
        }
    }

    private static async Task<JsonObject?> TagsAsync(IAwsCalls calls, string region, string? arn, CancellationToken cancellationToken)
    {
        try
        {
            var tags = new JsonObject();
            foreach (var (key, value) in (await calls.CallAsync(ListTags, region, new JsonObject { ["Resource"] = arn }, cancellationToken)).Map("Tags"))
            {
                tags[key] = value.AsText;
            }

            return tags;
        }
        catch (AwsCallException)
        {
            // The function is known, its tags are not: those of earlier facts stay.
            return null;
        }
    }

    private static JsonObject Facts(AwsValue function) => new JsonObject()
        .With("name", function.Text("FunctionName"))
        .With("state", function.Text("State"))
        .With("runtime", function.Text("Runtime"))
        .With("vpc_id", function.Text("VpcConfig.VpcId"))
        .With("memory_mb", function.Number("MemorySize"))
        .With("timeout_seconds", function.Number("Timeout"))
        .With("handler", function.Text("Handler"))
        .With("role", function.Text("Role"))
        .With("package_type", function.Text("PackageType"))
        .With("architecture", function.Texts("Architectures") is [var architecture, ..] ? architecture : null)
        .With("code_bytes", function.Number("CodeSize"))
        .With("last_modified", function.Instant("LastModified"));
}
