using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>A web ACL with what could be learnt of it; null: not known.</summary>
/// <param name="Summary">What the list says of it.</param>
/// <param name="Scope">REGIONAL or CLOUDFRONT.</param>
internal sealed record WebAcl(AwsValue Summary, string Scope)
{
    public AwsValue? Details { get; init; }

    public AwsValue? Logging { get; init; }

    public IReadOnlyList<AwsValue>? Tags { get; init; }

    /// <summary>ARNs of what it protects, by kind.</summary>
    public IReadOnlyList<IReadOnlyList<AwsValue>?> Resources { get; init; } = [];

    public IReadOnlyList<AwsValue>? Distributions { get; init; }

    public AwsValue Content => Details.GetValueOrDefault().Child("WebACL");

    public bool? IsLogging => Logging is { } logging ? !logging.IsMissing : null;

    /// <summary>Writes it as a row.</summary>
    public void Write(RowWriter row)
    {
        row.Text("name", Summary.Text("Name"));
        row.Text("id", Summary.Text("Id"));
        row.Text("arn", Summary.Text("ARN"));
        row.Text("scope", Scope);
        row.Text("description", Summary.Text("Description") ?? string.Empty);
        WriteRules(row);
        WriteResources(row);
        row.Flag("logging_enabled", IsLogging);
        WriteTexts(row, "log_destinations", Logging?.Texts("LoggingConfiguration.LogDestinationConfigs"));
        if (Tags is null)
        {
            row.Text("tags", null);
        }
        else
        {
            row.Tags("tags", Tags);
        }
    }

    private static void WriteTexts(RowWriter row, string name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            row.Text(name, null);
        }
        else
        {
            row.Texts(name, values);
        }
    }

    private void WriteRules(RowWriter row)
    {
        var rules = Details is null ? null : WebAclRule.Of(Content);
        row.Value("default_action", Content.Child("DefaultAction"));
        row.Number("rules_count", rules?.Count);
        row.Number("capacity", Content.WholeNumber("Capacity"));
        row.Number("managed_rules_count", rules?.Count(rule => rule.IsManaged));
        row.Number("custom_rules_count", rules?.Count(rule => !rule.IsManaged && !rule.IsRateBased));
        row.Number("rate_limit_rules_count", rules?.Count(rule => rule.IsRateBased));
        row.Flag("geo_blocking_enabled", rules?.Any(rule => rule.BlocksByCountry));
        WriteTexts(row, "blocked_countries", rules?.SelectMany(rule => rule.BlockedCountries).Distinct().ToList());
        WriteTexts(row, "ip_sets", rules?.SelectMany(rule => rule.IpSets).Distinct().ToList());
        row.Flag("sampled_requests_enabled", rules?.Any(rule => rule.IsSampled));
        row.Flag("cloudwatch_metrics_enabled", rules?.Any(rule => rule.HasMetrics));
    }

    private void WriteResources(RowWriter row)
    {
        // With one kind unknown the list would be a false claim.
        var arns = Distributions is null || Resources.Contains(null)
            ? null
            : Resources.SelectMany(kind => kind!).Select(resource => resource.AsText)
                .Concat(Distributions.Select(distribution => distribution.Text("ARN"))).OfType<string>().ToList();
        WriteTexts(row, "associated_resources", arns);
        row.Number("associated_resources_count", arns?.Count);
    }
}
