using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>Makes, changes and removes stacks of one account, and waits until CloudFormation has done so.</summary>
/// <param name="calls">Calls of that account.</param>
/// <param name="clock">Measures the waits.</param>
public sealed class Stacks(IAwsCalls calls, TimeProvider clock)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    /// <summary>A stack; null when there is none.</summary>
    public async Task<StackFacts?> FindAsync(string name, string region, CancellationToken cancellationToken) =>
        await DescribeAsync(name, region, cancellationToken) is { } stack ? StackFacts.Of(stack) : null;

    /// <summary>Makes a stack, or brings it to its definition.</summary>
    /// <exception cref="DeploymentException">The stack is not this deployment's, is stuck, or could not be made.</exception>
    public async Task<StackChange> DeployAsync(StackDefinition definition, string region, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (await DescribeAsync(definition.Name, region, cancellationToken) is not { } present)
        {
            await calls.CallAsync(CloudFormationOperations.CreateStack, region, definition.Input("StackName"), cancellationToken);
            await WaitAsync(definition.Name, region, cancellationToken);
            return StackChange.Created;
        }

        DeploymentTag.Demand(present, $"The stack {definition.Name} in {region}");
        if (StackFacts.Of(present).Status == "ROLLBACK_COMPLETE")
        {
            throw new DeploymentException($"The stack {definition.Name} in {region} could not be made before: see its events, delete it, and deploy again.");
        }

        try
        {
            await calls.CallAsync(CloudFormationOperations.UpdateStack, region, definition.Keeping(present).Input("StackName"), cancellationToken);
        }
        catch (AwsCallException failure) when (failure.ServiceMessage?.Contains("No updates are to be performed", StringComparison.Ordinal) == true)
        {
            return StackChange.Unchanged;
        }

        await WaitAsync(definition.Name, region, cancellationToken);
        return StackChange.Updated;
    }

    /// <summary>Removes a stack.</summary>
    /// <exception cref="DeploymentException">The stack is not this deployment's, or could not be removed.</exception>
    public async Task<StackChange> DeleteAsync(string name, string region, CancellationToken cancellationToken)
    {
        if (await DescribeAsync(name, region, cancellationToken) is not { } present)
        {
            return StackChange.Absent;
        }

        DeploymentTag.Demand(present, $"The stack {name} in {region}");
        await calls.CallAsync(CloudFormationOperations.DeleteStack, region, new JsonObject { ["StackName"] = name }, cancellationToken);
        await WaitAsync(name, region, cancellationToken);
        return StackChange.Deleted;
    }

    private async Task<AwsValue?> DescribeAsync(string name, string region, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await calls.CallAsync(CloudFormationOperations.DescribeStacks, region, new JsonObject { ["StackName"] = name }, cancellationToken);
            var stack = answer.List("Stacks").SingleOrDefault();
            return stack.IsMissing || stack.Text("StackStatus") == "DELETE_COMPLETE" ? null : stack;
        }
        catch (AwsCallException failure) when (failure.ServiceMessage?.Contains("does not exist", StringComparison.Ordinal) == true)
        {
            return null;
        }
    }

    private async Task WaitAsync(string name, string region, CancellationToken cancellationToken)
    {
        while (await FindAsync(name, region, cancellationToken) is { } stack)
        {
            if (stack.IsWell)
            {
                return;
            }

            if (!stack.IsUnderWay)
            {
                throw new DeploymentException(
                    $"The stack {name} in {region} ended as {stack.Status}: {await ReasonAsync(name, region, cancellationToken) ?? "its events say why"}");
            }

            await Task.Delay(s_pause, clock, cancellationToken);
        }
    }

    /// <summary>The first failure since the stack was last touched; the later ones are its consequences.</summary>
    private async Task<string?> ReasonAsync(string name, string region, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(CloudFormationOperations.DescribeStackEvents, region, new JsonObject { ["StackName"] = name }, cancellationToken);
        return answer.List("StackEvents")
            .TakeWhile(each => !IsStart(each, name))
            .Where(each => each.Text("ResourceStatus")?.EndsWith("_FAILED", StringComparison.Ordinal) == true)
            .Select(each => $"{each.Text("LogicalResourceId")}: {each.Text("ResourceStatusReason")}")
            .LastOrDefault();
    }

    private static bool IsStart(AwsValue stackEvent, string name) =>
        stackEvent.Text("LogicalResourceId") == name && stackEvent.Text("ResourceStatus") is "CREATE_IN_PROGRESS" or "UPDATE_IN_PROGRESS" or "DELETE_IN_PROGRESS";
}
