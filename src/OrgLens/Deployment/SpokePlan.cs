using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>What it takes to have spokes in every account: the functions' code in every Region, StackSets, and the management account's own stacks.</summary>
/// <param name="hub">The hub.</param>
/// <param name="organization">The organization.</param>
/// <param name="template">Text of a template of cloudformation/, by its name without ending.</param>
/// <param name="options">Where, and as what.</param>
public sealed class SpokePlan(HubFacts hub, Organization organization, Func<string, string> template, SpokeOptions options)
{
    private string Artifacts => $"{hub.Prefix}-artifacts";

    private string Spoke => $"{hub.Prefix}-spoke";

    private string SpokeRegion => $"{hub.Prefix}-spoke-region";

    private string HubRegion => $"{hub.Prefix}-hub-region";

    private List<string> Regions => [hub.Region, .. options.Regions.Where(region => region != hub.Region).Distinct().Order()];

    private IReadOnlyList<string> Units => options.OrganizationalUnits.Count > 0 ? options.OrganizationalUnits : [organization.RootId];

    /// <summary>The steps of a deployment, in their order. Each can be done again.</summary>
    public async Task<IReadOnlyList<DeploymentStep>> StepsAsync(IAwsCalls calls, ArtifactStore artifacts, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(artifacts);
        var stacks = new Stacks(calls, clock);
        var sets = new StackSets(calls, hub.Region, organization.IsDelegated, clock);
        var key = await artifacts.KeyAsync(cancellationToken);
        var steps = new List<DeploymentStep>();
        foreach (var region in Regions)
        {
            var bucket = $"{hub.ArtifactBucketPrefix(organization)}-{region}";
            var hasBucket = await stacks.FindAsync(Artifacts, region, cancellationToken) is not null;
            steps.Add(OfStack(stacks, new StackDefinition(Artifacts, template("organization"), hub.Artifacts(organization)), region, hasBucket));
            steps.Add(new DeploymentStep(
                "object", $"{bucket}/{key}", region, hasBucket && await artifacts.HasAsync(bucket, key, region, cancellationToken), token => artifacts.PutAsync(bucket, key, region, token)));
        }

        foreach (var region in Regions.Skip(1))
        {
            var isThere = await stacks.FindAsync(HubRegion, region, cancellationToken) is not null;
            steps.Add(OfStack(stacks, new StackDefinition(HubRegion, template("hub-region"), hub.HubRegion(organization, key)), region, isThere));
        }

        steps.Add(await OfSetAsync(sets, new StackDefinition(Spoke, template("spoke"), SpokeParameters(key)), [hub.Region], cancellationToken));
        steps.Add(await OfSetAsync(sets, new StackDefinition(SpokeRegion, template("spoke-region"), hub.SpokeRegion(organization)), Regions, cancellationToken));
        return steps;
    }

    /// <summary>The steps for the management account, which service-managed StackSets leave out.</summary>
    public async Task<IReadOnlyList<DeploymentStep>> ManagementStepsAsync(IAwsCalls calls, string artifactKey, TimeProvider clock, CancellationToken cancellationToken)
    {
        var stacks = new Stacks(calls, clock);
        var steps = new List<DeploymentStep>
        {
            OfStack(
                stacks, new StackDefinition(Spoke, template("spoke"), SpokeParameters(artifactKey)), hub.Region,
                await stacks.FindAsync(Spoke, hub.Region, cancellationToken) is not null),
        };
        foreach (var region in Regions)
        {
            var isThere = await stacks.FindAsync(SpokeRegion, region, cancellationToken) is not null;
            steps.Add(OfStack(stacks, new StackDefinition(SpokeRegion, template("spoke-region"), hub.SpokeRegion(organization)), region, isThere));
        }

        return [.. steps.Select(step => step with { Where = $"{organization.ManagementAccountId} {step.Where}" })];
    }

    /// <summary>The steps that take everything away again, but for the hub. Buckets with objects in them stay: CloudFormation says so.</summary>
    public async Task<IReadOnlyList<DeploymentStep>> RemovalAsync(IAwsCalls calls, TimeProvider clock, CancellationToken cancellationToken)
    {
        var stacks = new Stacks(calls, clock);
        var sets = new StackSets(calls, hub.Region, organization.IsDelegated, clock);
        var steps = new List<DeploymentStep>();
        foreach (var name in new[] { SpokeRegion, Spoke })
        {
            var isThere = await sets.FindAsync(name, cancellationToken) is not null;
            steps.Add(new DeploymentStep("StackSet", name, string.Join(", ", Units), isThere, token => sets.DeleteAsync(name, Units, token)));
        }

        foreach (var region in Regions.Skip(1))
        {
            var isThere = await stacks.FindAsync(HubRegion, region, cancellationToken) is not null;
            steps.Add(new DeploymentStep("stack", HubRegion, region, isThere, token => stacks.DeleteAsync(HubRegion, region, token)));
        }

        return steps;
    }

    /// <summary>The stacks of both StackSets; null for one that is not there.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<StackSetInstance>?>> StatusAsync(IAwsCalls calls, TimeProvider clock, CancellationToken cancellationToken)
    {
        var sets = new StackSets(calls, hub.Region, organization.IsDelegated, clock);
        return new Dictionary<string, IReadOnlyList<StackSetInstance>?>
        {
            [Spoke] = await sets.FindAsync(Spoke, cancellationToken),
            [SpokeRegion] = await sets.FindAsync(SpokeRegion, cancellationToken),
        };
    }

    private static DeploymentStep OfStack(Stacks stacks, StackDefinition definition, string region, bool isThere) =>
        new("stack", definition.Name, region, isThere, token => stacks.DeployAsync(definition, region, token));

    private async Task<DeploymentStep> OfSetAsync(StackSets sets, StackDefinition definition, IReadOnlyList<string> regions, CancellationToken cancellationToken) =>
        new(
            "StackSet", definition.Name, $"{string.Join(", ", Units)} in {string.Join(", ", regions)}",
            await sets.FindAsync(definition.Name, cancellationToken) is not null, token => sets.DeployAsync(definition, Units, regions, token));

    private Dictionary<string, string> SpokeParameters(string key)
    {
        var parameters = hub.Spoke(organization, key);
        foreach (var (name, value) in options.Parameters)
        {
            if (!parameters.TryAdd(name, value))
            {
                throw new DeploymentException($"The hub decides the parameter {name}: it can't be set.");
            }
        }

        return parameters;
    }
}
