using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.QuickSight;

/// <summary>The group that may use the analysis. Whoever administers QuickSight is in it, so that somebody sees the result.</summary>
internal sealed class ReaderGroup(QuickSightAccount account, string name)
{
    private const string Namespace = "default";

    /// <summary>Finds the group or makes it.</summary>
    /// <returns>Its ARN, and how many administrators joined it.</returns>
    public async Task<(string Arn, int Joined)> EnsureAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is null)
        {
            await account.MakeAsync(
                QuickSightOperations.CreateGroup, new JsonObject { [nameof(Namespace)] = Namespace, ["GroupName"] = name, ["Description"] = "May use OrgLens" }, isOfIdentity: true, cancellationToken);
        }

        // Who was taken out of the group stays outside: administrators join only while nobody is in it.
        var joined = await IsEmptyAsync(cancellationToken) ? await JoinAsync(cancellationToken) : 0;
        var arn = await FindAsync(cancellationToken) ?? throw new AnalysisMigrationException($"The group {name} was made and is not there.");
        return (arn, joined);
    }

    /// <summary>Its ARN; null when there is no such group.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await account.CallIdentityAsync(
                QuickSightOperations.DescribeGroup, new JsonObject { [nameof(Namespace)] = Namespace, ["GroupName"] = name }, cancellationToken);
            return answer.Text("Group.Arn") ?? throw new AwsAnswerException(QuickSightOperations.DescribeGroup, "Group.Arn", "is missing");
        }
        catch (AwsCallException exception) when (exception.Kind == AwsErrorKind.NotFound)
        {
            return null;
        }
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await foreach (var page in account.IdentityPagesAsync(QuickSightOperations.ListGroupMemberships, new JsonObject { [nameof(Namespace)] = Namespace, ["GroupName"] = name }, cancellationToken))
        {
            if (page.List("GroupMemberList").Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<int> JoinAsync(CancellationToken cancellationToken)
    {
        var joined = 0;
        await foreach (var page in account.IdentityPagesAsync(QuickSightOperations.ListUsers, new JsonObject { [nameof(Namespace)] = Namespace }, cancellationToken))
        {
            foreach (var user in page.List("UserList").Where(user => user.Text("Role") is "ADMIN" or "ADMIN_PRO"))
            {
                await account.CallIdentityAsync(
                    QuickSightOperations.CreateGroupMembership,
                    new JsonObject { [nameof(Namespace)] = Namespace, ["GroupName"] = name, ["MemberName"] = user.Text("UserName") },
                    cancellationToken);
                joined++;
            }
        }

        return joined;
    }
}
