using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>What it takes to have a hub: a bucket for code and templates, both in it, the hub's stack, and a first snapshot of the hub account.</summary>
/// <param name="organization">The organization.</param>
/// <param name="template">Text of a template by its file's name.</param>
/// <param name="options">The hub.</param>
public sealed class HubPlan(Organization organization, Func<string, string> template, HubOptions options)
{
    private const string PrefixParameter = "ResourceNamePrefix";

    /// <summary>The steps, in their order. Each can be done again.</summary>
    public async Task<IReadOnlyList<DeploymentStep>> StepsAsync(IAwsCalls calls, ArtifactStore artifacts, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(artifacts);
        if (options.Parameters.ContainsKey("OrganizationId"))
        {
            throw new DeploymentException("The parameter OrganizationId is the organization of the credentials in use: it can't be set.");
        }

        var stacks = new Stacks(calls, clock);
        var present = await stacks.FindAsync(options.StackName, options.Region, cancellationToken);
        var prefix = Prefix(present);
        var code = new ArtifactBucket(prefix, organization, template);
        var bucket = code.NameIn(options.Region);
        var hasBucket = await stacks.FindAsync(code.StackName, options.Region, cancellationToken) is not null;

        var key = await artifacts.KeyAsync(cancellationToken);
        var nested = template("cloudformation/hub.yaml");
        var nestedKey = ArtifactStore.KeyOf("hub", "yaml", nested);
        var hub = HubTemplate.Package(template("serverless.template"), $"s3://{bucket}/{key}", code.UrlOf(options.Region, nestedKey));
        var hubKey = ArtifactStore.KeyOf("hub", "template", hub);
        var definition = new StackDefinition(options.StackName, hub, Parameters(prefix)) { TemplateUrl = code.UrlOf(options.Region, hubKey) };

        async Task<DeploymentStep> Upload(string name, Func<CancellationToken, Task<StackChange>> put) => new(
            "object", $"{bucket}/{name}", options.Region, hasBucket && await artifacts.HasAsync(bucket, name, options.Region, cancellationToken), put);

        var steps = new List<DeploymentStep>
        {
            new("stack", code.StackName, options.Region, hasBucket, token => stacks.DeployAsync(code.Definition, options.Region, token)),
            await Upload(key, token => artifacts.PutAsync(bucket, key, options.Region, token)),
            await Upload(nestedKey, token => artifacts.PutTextAsync(bucket, nestedKey, options.Region, nested, token)),
            await Upload(hubKey, token => artifacts.PutTextAsync(bucket, hubKey, options.Region, hub, token)),
            new("stack", options.StackName, options.Region, present is not null, token => stacks.DeployAsync(definition, options.Region, token)),
        };
        if (present is null)
        {
            // So that there is something to see before the first night.
            steps.Add(new DeploymentStep("run", $"{options.StackName}-CollectSnapshot", options.Region, IsThere: false, token => CollectAsync(calls, token)));
        }

        return steps;
    }

    private string Prefix(StackFacts? present)
    {
        var prefix = present is not null && present.Parameters.TryGetValue(PrefixParameter, out var had) ? had : null;
        var wanted = options.Parameters.GetValueOrDefault(PrefixParameter);
        return prefix is not null && wanted is not null && prefix != wanted
            ? throw new DeploymentException($"The hub's names begin with {prefix}, which can't be changed to {wanted} later: its data has these names.")
            : wanted ?? prefix ?? "orglens";
    }

    private Dictionary<string, string> Parameters(string prefix) => new(options.Parameters, StringComparer.Ordinal)
    {
        ["OrganizationId"] = organization.Id,
        [PrefixParameter] = prefix,
    };

    private async Task<StackChange> CollectAsync(IAwsCalls calls, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["FunctionName"] = $"{options.StackName}-CollectSnapshot", ["InvocationType"] = "Event" };
        await calls.CallAsync(LambdaInvocation.Invoke, options.Region, input, cancellationToken);
        return StackChange.Started;
    }
}
