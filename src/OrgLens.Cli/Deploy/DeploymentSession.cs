using OrgLens.Aws;
using OrgLens.Deployment;

namespace OrgLens.Cli.Deploy;

/// <summary>Everything that the subcommands of <c>orglens deploy</c> need of one run.</summary>
internal sealed class DeploymentSession : IDisposable
{
    private readonly DeployOptions _options;
    private readonly DeploymentClients _hub;
    private readonly DeploymentClients? _management;
    private readonly ArtifactStore _artifacts;
    private readonly string _region;

    private DeploymentSession(DeployOptions options, DeploymentClients hub, DeploymentClients? management, string region, Organization organization, StackFacts? stack)
    {
        _options = options;
        _hub = hub;
        _management = management;
        _artifacts = new ArtifactStore(hub.S3, options.Package);
        _region = region;
        Organization = organization;
        Hub = stack;
    }

    public Organization Organization { get; }

    /// <summary>The hub's stack; null when there is none yet.</summary>
    public StackFacts? Hub { get; }

    /// <summary>Whether the management account is left out of this run.</summary>
    public bool LeavesManagementOut => ManagementCalls is null;

    /// <summary>Calls of the management account, which may be the hub account itself.</summary>
    private IAwsCalls? ManagementCalls => _management?.Calls ?? (Organization.IsDelegated ? null : _hub.Calls);

    public static async Task<DeploymentSession> OpenAsync(CommandContext context, DeployOptions options, CancellationToken cancellationToken)
    {
        var hub = new DeploymentClients(context, options.Profile);
        var region = context.Variable("AWS_REGION") ?? context.Variable("AWS_DEFAULT_REGION") ?? throw new CommandException(
            "The hub's Region is not known", "environment", "export AWS_REGION", ExitCode.WrongUsage);
        var organization = await Organization.DescribeAsync(hub.Calls, region, cancellationToken);
        var stack = await new Stacks(hub.Calls, TimeProvider.System).FindAsync(options.HubStack, region, cancellationToken);
        var management = options.ManagementProfile is { } profile ? new DeploymentClients(context, profile) : null;
        return new DeploymentSession(options, hub, management, region, organization, stack);
    }

    /// <summary>The steps that make the hub.</summary>
    /// <param name="parameters">Parameters of its template.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public Task<IReadOnlyList<DeploymentStep>> HubStepsAsync(IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken) =>
        new HubPlan(Organization, Templates.Read, new HubOptions(_options.HubStack, _region) { Parameters = parameters })
            .StepsAsync(_hub.Calls, _artifacts, TimeProvider.System, cancellationToken);

    /// <summary>The steps that make the spokes.</summary>
    public async Task<IReadOnlyList<DeploymentStep>> SpokeStepsAsync(CancellationToken cancellationToken)
    {
        var plan = Spokes();
        var steps = await plan.StepsAsync(_hub.Calls, _artifacts, TimeProvider.System, cancellationToken);
        return ManagementCalls is { } management
            ? [.. steps, .. await plan.ManagementStepsAsync(management, await _artifacts.KeyAsync(cancellationToken), TimeProvider.System, cancellationToken)]
            : steps;
    }

    /// <summary>The steps that take the spokes away.</summary>
    public async Task<IReadOnlyList<DeploymentStep>> RemovalAsync(CancellationToken cancellationToken)
    {
        var plan = Spokes();
        var steps = await plan.RemovalAsync(_hub.Calls, TimeProvider.System, cancellationToken);
        return ManagementCalls is { } management
            ? [.. await plan.ManagementRemovalAsync(_hub.Calls, management, TimeProvider.System, cancellationToken), .. steps]
            : steps;
    }

    /// <summary>The stacks of the StackSets.</summary>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<StackSetInstance>?>> StatusAsync(CancellationToken cancellationToken) =>
        Spokes().StatusAsync(_hub.Calls, TimeProvider.System, cancellationToken);

    /// <summary>The hub's stack, which has to be there.</summary>
    public StackFacts RequiredHub() => Hub ?? throw new CommandException(
        $"There is no stack {_options.HubStack} in {_region}", "hub", "run `orglens deploy hub` first, or name the hub's stack with --hub-stack", ExitCode.WrongUsage);

    public void Dispose()
    {
        _hub.Dispose();
        _management?.Dispose();
    }

    private SpokePlan Spokes() => new(
        new HubFacts(_region, RequiredHub()),
        Organization,
        Templates.Read,
        new SpokeOptions { OrganizationalUnits = _options.OrganizationalUnits, Regions = _options.Regions, Parameters = _options.Parameters });
}
