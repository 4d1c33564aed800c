using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>
/// Tags of all resources of a kind in one Region, 100 resources a call, for services that themselves give the tags of one resource at a time.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html</remarks>
internal sealed class ResourceTags
{
    public static readonly AwsOperation GetResources = AwsServices.Tagging.Operation("GetResources") with
    {
        Paging = new AwsPaging("PaginationToken", "PaginationToken", "ResourcesPerPage", 100),
    };

    private readonly Dictionary<string, IReadOnlyList<AwsValue>> _known = new(StringComparer.Ordinal);
    private bool _isComplete;

    private ResourceTags()
    {
    }

    /// <summary>Reads them. A failure is recorded in the coverage and leaves the tags unknown that were not read by then.</summary>
    /// <param name="run">The collector, which has to declare <see cref="GetResources"/>.</param>
    /// <param name="kind">Service and type as ARNs have them: <c>lambda:function</c>.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async Task<ResourceTags> ReadAsync(CollectorRun run, string kind, CancellationToken cancellationToken)
    {
        var tags = new ResourceTags();
        try
        {
            var input = new JsonObject { ["ResourceTypeFilters"] = new JsonArray(kind) };
            await foreach (var resource in run.ItemsAsync(GetResources, "ResourceTagMappingList", input, cancellationToken))
            {
                if (resource.Text("ResourceARN") is { } arn)
                {
                    tags._known[arn] = resource.List("Tags");
                }
            }

            tags._isComplete = true;
        }
        catch (AwsCallException failure)
        {
            run.Incomplete(failure);
        }
        catch (AwsAnswerException failure)
        {
            run.Incomplete(CoverageStatus.Failed, failure.Message);
        }

        return tags;
    }

    /// <summary>Tags of a resource; null: not known.</summary>
    public IReadOnlyList<AwsValue>? Of(string? arn) => arn is not null && _known.TryGetValue(arn, out var tags) ? tags : _isComplete ? [] : null;
}
