using OrgLens.Deployment;

namespace OrgLens.Cli.Deploy;

/// <summary>Everything that the subcommands of <c>orglens deploy</c> need of one run.</summary>
internal sealed class DeploymentSession : IDisposable
{
    private readonly DeploymentClients _hub;
    private readonly DeploymentClients? _management;

    private DeploymentSession(DeploymentClients hub, DeploymentClients? management, Organization organization, SpokePlan plan, ArtifactStore artifacts)
    {
        _hub = hub;
        _management = management;
        Organization = organization;
        Plan = plan;
        Artifacts = artifacts;
    }

    public Organization Organization { get; }

    public SpokePlan Plan { get; }

    public ArtifactStore Artifacts { get; }

    public OrgLens.Aws.IAwsCalls Calls => _hub.Calls;

    /// <summary>Whether the management account gets its spoke in this run.</summary>
    public bool HasManagement => _management is not null;

    public static async Task<DeploymentSession> OpenAsync(CommandContext context, DeployOptions options, CancellationToken cancellationToken)
    {
        var hub = new DeploymentClients(context, options.Profile);
        var region = context.Variable("AWS_REGION") ?? context.Variable("AWS_DEFAULT_REGION") ?? throw new CommandException(
            "The hub's Region is not known", "environment", "export AWS_REGION", ExitCode.WrongUsage);
        var stack = await new Stacks(hub.Calls, TimeProvider.System).FindAsync(options.HubStack, region, cancellationToken) ?? throw new CommandException(
            $"There is no stack {options.HubStack} in {region}", "hub", "deploy the hub first, or name its stack with --hub-stack", ExitCode.WrongUsage);
        var organization = await Organization.DescribeAsync(hub.Calls, region, cancellationToken);
        var plan = new SpokePlan(new HubFacts(region, stack), organization, Templates.Read, options.Spokes);
        return new DeploymentSession(
            hub, options.ManagementProfile is { } profile ? new DeploymentClients(context, profile) : null, organization, plan, new ArtifactStore(hub.S3, options.Package));
    }

    /// <summary>All steps of a deployment.</summary>
    public async Task<IReadOnlyList<DeploymentStep>> StepsAsync(CancellationToken cancellationToken)
    {
        var steps = await Plan.StepsAsync(Calls, Artifacts, TimeProvider.System, cancellationToken);
        return _management is null
            ? steps
            : [.. steps, .. await Plan.ManagementStepsAsync(_management.Calls, await Artifacts.KeyAsync(cancellationToken), TimeProvider.System, cancellationToken)];
    }

    public void Dispose()
    {
        _hub.Dispose();
        _management?.Dispose();
    }
}
