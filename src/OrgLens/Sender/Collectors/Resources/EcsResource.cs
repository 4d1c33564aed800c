using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>A cluster or service of ECS.</summary>
/// <param name="Arn">As it was listed.</param>
/// <param name="Description">Missing: not known.</param>
internal sealed record EcsResource(string Arn, AwsValue Description)
{
    /// <summary>Brings listed resources and the answer of their description together. One that is deleted since is left out.</summary>
    /// <param name="output">Told of failures that the answer names.</param>
    /// <param name="arns">What was listed.</param>
    /// <param name="answer">The description; null: it failed.</param>
    /// <param name="list">Member of the answer with the descriptions.</param>
    /// <param name="key">Member of a description with its ARN.</param>
    public static IReadOnlyList<EcsResource> Match(OutputRun output, IReadOnlyList<string> arns, AwsValue? answer, string list, string key)
    {
        var described = new Dictionary<string, AwsValue>(StringComparer.Ordinal);
        foreach (var description in answer?.List(list) ?? [])
        {
            described[description.Text(key) ?? string.Empty] = description;
        }

        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var failure in answer?.List("failures") ?? [])
        {
            if (failure.Text("reason") == "MISSING")
            {
                gone.Add(failure.Text("arn") ?? string.Empty);
            }
            else
            {
                output.Incomplete(CoverageStatus.Failed, $"{list} not described");
            }
        }

        return [.. arns.Where(arn => !gone.Contains(arn)).Select(arn => new EcsResource(arn, described.GetValueOrDefault(arn)))];
    }
}
