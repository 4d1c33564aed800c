using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>What it takes to have spokes in every account: the functions' code in every Region, StackSets, and stacks of the management account's own.</summary>
/// <param name="hub">The hub.</param>
/// <param name="organization">The organization, with the hub account as the one in use.</param>
/// <param name="template">Text of a template by its file's name.</param>
/// <param name="options">Where, and as what.</param>
public sealed class SpokePlan(HubFacts hub, Organization organization, Func<string, string> template, SpokeOptions options)
{
    private readonly ArtifactBucket _code = new(hub.Prefix, organization, template);

    private string Spoke => $"{hub.Prefix}-spoke";

    private string SpokeRegion => $"{hub.Prefix}-spoke-region";

    private string HubRegion => $"{hub.Prefix}-hub-region";

    private List<string> Regions => [hub.Region, .. options.Regions.Where(region => region != hub.Region).Distinct().Order()];

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
            var bucket = _code.NameIn(region);
            var hasBucket = await stacks.FindAsync(_code.StackName, region, cancellationToken) is not null;
            steps.Add(await OfStackAsync(stacks, _code.Definition, region, cancellationToken));
            steps.Add(new DeploymentStep(
                "object", $"{bucket}/{key}", region, hasBucket && await artifacts.HasAsync(bucket, key, region, cancellationToken), token => artifacts.PutAsync(bucket, key, region, token)));
        }

        foreach (var region in Regions.Skip(1))
        {
            var definition = new StackDefinition(HubRegion, template("cloudformation/hub-region.yaml"), hub.HubRegion(organization, _code.NamePrefix, key));
            steps.Add(await OfStackAsync(stacks, definition, region, cancellationToken));
        }

        steps.Add(await OfSetAsync(sets, SpokeDefinition(key), SpokeTargets(), cancellationToken));
        steps.Add(await OfSetAsync(sets, SpokeRegionDefinition(), new StackTargets(Units(), Regions), cancellationToken));
        return steps;
    }

    /// <summary>The steps for the management account, which service-managed StackSets leave out.</summary>
    public async Task<IReadOnlyList<DeploymentStep>> ManagementStepsAsync(IAwsCalls calls, string artifactKey, TimeProvider clock, CancellationToken cancellationToken)
    {
        var stacks = new Stacks(calls, clock);
        var steps = new List<DeploymentStep>();
        if (organization.IsDelegated)
        {
            steps.Add(await OfStackAsync(stacks, SpokeDefinition(artifactKey), hub.Region, cancellationToken));
        }

        foreach (var region in Regions)
        {
            steps.Add(await OfStackAsync(stacks, SpokeRegionDefinition(), region, cancellationToken));
        }

        return [.. steps.Select(OfManagement)];
    }

    /// <summary>The steps that take the spokes away again. The hub stays, and so do the buckets of code.</summary>
    public async Task<IReadOnlyList<DeploymentStep>> RemovalAsync(IAwsCalls calls, TimeProvider clock, CancellationToken cancellationToken)
    {
        var stacks = new Stacks(calls, clock);
        var sets = new StackSets(calls, hub.Region, organization.IsDelegated, clock);
        var regions = await ServedRegionsAsync(sets, cancellationToken);
        var units = Units();
        var steps = new List<DeploymentStep>();
        foreach (var name in new[] { SpokeRegion, Spoke })
        {
            var isThere = await sets.FindAsync(name, cancellationToken) is not null;
            steps.Add(new DeploymentStep("StackSet", name, string.Join(", ", units), isThere, token => sets.DeleteAsync(name, units, token)));
        }

        foreach (var region in regions.Where(region => region != hub.Region))
        {
            steps.Add(await RemovalOfStackAsync(stacks, HubRegion, region, cancellationToken));
        }

        return steps;
    }

    /// <summary>The steps that take the management account's own stacks away again.</summary>
    public async Task<IReadOnlyList<DeploymentStep>> ManagementRemovalAsync(IAwsCalls calls, IAwsCalls management, TimeProvider clock, CancellationToken cancellationToken)
    {
        var stacks = new Stacks(management, clock);
        var steps = new List<DeploymentStep>();
        foreach (var region in await ServedRegionsAsync(new StackSets(calls, hub.Region, organization.IsDelegated, clock), cancellationToken))
        {
            steps.Add(await RemovalOfStackAsync(stacks, SpokeRegion, region, cancellationToken));
        }

        if (organization.IsDelegated)
        {
            steps.Add(await RemovalOfStackAsync(stacks, Spoke, hub.Region, cancellationToken));
        }

        return [.. steps.Select(OfManagement)];
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

    private static async Task<DeploymentStep> OfStackAsync(Stacks stacks, StackDefinition definition, string region, CancellationToken cancellationToken) => new(
        "stack", definition.Name, region, await stacks.FindAsync(definition.Name, region, cancellationToken) is not null, token => stacks.DeployAsync(definition, region, token));

    private static async Task<DeploymentStep> RemovalOfStackAsync(Stacks stacks, string name, string region, CancellationToken cancellationToken) => new(
        "stack", name, region, await stacks.FindAsync(name, region, cancellationToken) is not null, token => stacks.DeleteAsync(name, region, token));

    private static async Task<DeploymentStep> OfSetAsync(StackSets sets, StackDefinition definition, StackTargets targets, CancellationToken cancellationToken) => new(
        "StackSet", definition.Name, targets.ToString(), await sets.FindAsync(definition.Name, cancellationToken) is not null, token => sets.DeployAsync(definition, targets, token));

    private IReadOnlyList<string> Units() => options.OrganizationalUnits.Count > 0
        ? options.OrganizationalUnits
        : [organization.RootId ?? throw new DeploymentException(
            $"The account {organization.AccountId} may not look at its organization: register it as a delegated administrator of StackSets (docs/deploy.md), or name organizational units.")];

    /// <summary>The hub collects itself: a spoke beside it would do so a second time. StackSets leave a management account out anyway.</summary>
    private StackTargets SpokeTargets() => new(Units(), [hub.Region]) { LeftOut = organization.IsDelegated ? [organization.AccountId] : [] };

    private DeploymentStep OfManagement(DeploymentStep step) => step with { Where = $"{organization.ManagementAccountId} in {step.Where}" };

    /// <summary>The Regions that spokes are in now, with those that were asked for.</summary>
    private async Task<List<string>> ServedRegionsAsync(StackSets sets, CancellationToken cancellationToken) =>
        [.. Regions.Concat((await sets.FindAsync(SpokeRegion, cancellationToken) ?? []).Select(instance => instance.Region)).Distinct().Order()];

    private StackDefinition SpokeDefinition(string key)
    {
        var parameters = hub.Spoke(organization, _code.NamePrefix, key);
        foreach (var (name, value) in options.Parameters)
        {
            if (!parameters.TryAdd(name, value))
            {
                throw new DeploymentException($"The hub decides the parameter {name}: it can't be set.");
            }
        }

        return new StackDefinition(Spoke, template("cloudformation/spoke.yaml"), parameters);
    }

    private StackDefinition SpokeRegionDefinition() => new(SpokeRegion, template("cloudformation/spoke-region.yaml"), hub.SpokeRegion(organization));
}
