using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>
/// Makes, changes and removes service-managed StackSets: stacks in every account of organizational units, and in those that join them.
/// See https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-enable-trusted-access.html
/// </summary>
/// <param name="calls">Calls of the management account, or of a delegated administrator.</param>
/// <param name="region">Region that the StackSets live in.</param>
/// <param name="isDelegated">Whether the calls are a delegated administrator's.</param>
/// <param name="clock">Measures the waits.</param>
public sealed class StackSets(IAwsCalls calls, string region, bool isDelegated, TimeProvider clock)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    /// <summary>The stacks of a StackSet; null when there is no such StackSet.</summary>
    public async Task<IReadOnlyList<StackSetInstance>?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (await DescribeAsync(name, cancellationToken) is null)
        {
            return null;
        }

        var instances = new List<StackSetInstance>();
        await foreach (var page in calls.PagesAsync(CloudFormationOperations.ListStackInstances, region, About(name), cancellationToken))
        {
            instances.AddRange(page.List("Summaries").Select(each => new StackSetInstance(
                each.Text("Account")!, each.Text("Region")!, each.Text("StackInstanceStatus.DetailedStatus") ?? each.Text("Status") ?? "UNKNOWN", each.Text("StatusReason"))));
        }

        return instances;
    }

    /// <summary>Makes a StackSet, or brings it and its stacks to its definition; makes stacks in the Regions that have none.</summary>
    /// <exception cref="DeploymentException">The StackSet is not this deployment's, or some stacks could not be made.</exception>
    public async Task<StackChange> DeployAsync(StackDefinition definition, StackTargets targets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(targets);
        var present = await DescribeAsync(definition.Name, cancellationToken);
        var input = (present is null ? definition : definition.Keeping(present.Value)).Input("StackSetName");
        input["PermissionModel"] = "SERVICE_MANAGED";
        input["AutoDeployment"] = new JsonObject { ["Enabled"] = true, ["RetainStacksOnAccountRemoval"] = false };
        Delegate(input);
        if (present is null)
        {
            await calls.CallAsync(CloudFormationOperations.CreateStackSet, region, input, cancellationToken);
        }
        else
        {
            DeploymentTag.Demand(present.Value, $"The StackSet {definition.Name}");
            input["OperationPreferences"] = Preferences();
            await OperateAsync(CloudFormationOperations.UpdateStackSet, definition.Name, input, cancellationToken);
        }

        var served = (await FindAsync(definition.Name, cancellationToken) ?? []).Select(instance => instance.Region).ToHashSet(StringComparer.Ordinal);
        var missing = targets.Regions.Where(each => !served.Contains(each)).ToList();
        if (missing.Count > 0)
        {
            await OperateAsync(CloudFormationOperations.CreateStackInstances, definition.Name, Instances(definition.Name, targets with { Regions = missing }), cancellationToken);
        }

        return present is null ? StackChange.Created : StackChange.Updated;
    }

    /// <summary>Removes a StackSet with all its stacks.</summary>
    /// <exception cref="DeploymentException">The StackSet is not this deployment's, or some stacks could not be removed.</exception>
    public async Task<StackChange> DeleteAsync(string name, IReadOnlyList<string> organizationalUnits, CancellationToken cancellationToken)
    {
        if (await DescribeAsync(name, cancellationToken) is not { } present)
        {
            return StackChange.Absent;
        }

        DeploymentTag.Demand(present, $"The StackSet {name}");
        var regions = (await FindAsync(name, cancellationToken) ?? []).Select(instance => instance.Region).Distinct().Order().ToList();
        if (regions.Count > 0)
        {
            var input = Instances(name, new StackTargets(organizationalUnits, regions));
            input["RetainStacks"] = false;
            await OperateAsync(CloudFormationOperations.DeleteStackInstances, name, input, cancellationToken);
        }

        await calls.CallAsync(CloudFormationOperations.DeleteStackSet, region, About(name), cancellationToken);
        return StackChange.Deleted;
    }

    private static JsonObject Preferences() => new()
    {
        ["RegionConcurrencyType"] = "PARALLEL",
        ["MaxConcurrentPercentage"] = 100,
        // One account that refuses must not keep the others from theirs.
        ["FailureTolerancePercentage"] = 100,
    };

    private JsonObject Instances(string name, StackTargets targets)
    {
        var input = About(name);
        targets.AddTo(input);
        input["OperationPreferences"] = Preferences();
        return input;
    }

    private JsonObject About(string name)
    {
        var input = new JsonObject { ["StackSetName"] = name };
        Delegate(input);
        return input;
    }

    private void Delegate(JsonObject input)
    {
        if (isDelegated)
        {
            input["CallAs"] = "DELEGATED_ADMIN";
        }
    }

    private async Task<AwsValue?> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var set = (await calls.CallAsync(CloudFormationOperations.DescribeStackSet, region, About(name), cancellationToken)).Child("StackSet");
            return set.IsMissing || set.Text("Status") == "DELETED" ? null : set;
        }
        catch (AwsCallException failure) when (failure.Code is "StackSetNotFoundException" or "StackSetNotFound")
        {
            return null;
        }
    }

    private async Task OperateAsync(AwsOperation operation, string name, JsonObject input, CancellationToken cancellationToken)
    {
        // An id of ours: a call that is repeated after a lost answer does not begin a second operation.
        var id = Guid.NewGuid().ToString();
        input["OperationId"] = id;
        var about = About(name);
        about["OperationId"] = await StartAsync(operation, name, input, cancellationToken) ?? id;
        while (true)
        {
            var answer = await calls.CallAsync(CloudFormationOperations.DescribeStackSetOperation, region, about, cancellationToken);
            switch (answer.Text("StackSetOperation.Status"))
            {
                case "SUCCEEDED":
                    return;
                case "FAILED" or "STOPPED":
                    throw new DeploymentException($"The StackSet {name} could not be brought everywhere: {await FailuresAsync(about, cancellationToken)}");
                default:
                    await Task.Delay(s_pause, clock, cancellationToken);
                    break;
            }
        }
    }

    private async Task<string?> StartAsync(AwsOperation operation, string name, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            return (await calls.CallAsync(operation, region, input, cancellationToken)).Text("OperationId");
        }
        catch (AwsCallException failure) when (failure.Code is "OperationIdAlreadyExistsException" or "OperationIdAlreadyExists")
        {
            return null;
        }
        catch (AwsCallException failure) when (failure.Code is "OperationInProgressException" or "OperationInProgress")
        {
            throw new DeploymentException($"Somebody is changing the StackSet {name} at this moment: try again when that is done.", failure);
        }
    }

    private async Task<string> FailuresAsync(JsonObject about, CancellationToken cancellationToken)
    {
        var failures = new List<string>();
        await foreach (var page in calls.PagesAsync(CloudFormationOperations.ListStackSetOperationResults, region, about, cancellationToken))
        {
            failures.AddRange(page.List("Summaries")
                .Where(each => each.Text("Status") is "FAILED" or "CANCELLED")
                .Select(each => $"{each.Text("Account")} in {each.Text("Region")}: {each.Text("StatusReason") ?? each.Text("Status")}"));
        }

        return failures.Count > 0 ? string.Join("; ", failures.Take(5)) + (failures.Count > 5 ? $"; and {failures.Count - 5} more" : "") : "CloudFormation does not say why";
    }
}
