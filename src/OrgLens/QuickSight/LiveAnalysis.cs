using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.QuickSight;

/// <summary>An analysis as QuickSight has it, and the mark that says which bundle it came from.</summary>
internal sealed class LiveAnalysis(QuickSightAccount account, string analysisId)
{
    private const string Mark = "orglens-bundle";

    /// <summary>The version that is there; null when there is none.</summary>
    public async Task<KeptVersion?> FindAsync(CancellationToken cancellationToken)
    {
        // A deleted analysis can be described, and restored, for thirty days.
        if (await account.FindAsync(QuickSightOperations.DescribeAnalysis, new JsonObject { ["AnalysisId"] = analysisId }, cancellationToken) is not { } found
            || found.Text("Analysis.Status") == "DELETED")
        {
            return null;
        }

        var changedAt = found.Instant("Analysis.LastUpdatedTime") ?? throw new AwsAnswerException(QuickSightOperations.DescribeAnalysis, "Analysis.LastUpdatedTime", "is missing");
        var tags = await account.CallOfArnAsync(QuickSightOperations.ListTagsForResource, new JsonObject { ["ResourceArn"] = Arn }, cancellationToken);
        var mark = tags.List("Tags").FirstOrDefault(tag => tag.Text("Key") == Mark);
        return new KeptVersion(changedAt, mark.IsMissing ? KeptVersion.Unmarked : mark.Text("Value") ?? KeptVersion.Unmarked);
    }

    /// <summary>Marks what is there. Tags of others stay.</summary>
    public Task MarkAsync(string fingerprint, CancellationToken cancellationToken) => account.CallOfArnAsync(
        QuickSightOperations.TagResource,
        new JsonObject { ["ResourceArn"] = Arn, ["Tags"] = new JsonArray(new JsonObject { ["Key"] = Mark, ["Value"] = fingerprint }) },
        cancellationToken);

    /// <summary>Lets a group use it.</summary>
    public Task<bool> GrantAsync(ReaderPermissions permissions, CancellationToken cancellationToken) => permissions.GrantAsync(
        QuickSightOperations.DescribeAnalysisPermissions, QuickSightOperations.UpdateAnalysisPermissions, "AnalysisId", analysisId, ReaderPermissions.OfAnalysis, cancellationToken);

    private string Arn => account.Arn($"analysis/{analysisId}");
}
