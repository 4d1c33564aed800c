using System.Runtime.CompilerServices;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.QuickSight;

/// <summary>
/// Users of QuickSight in all namespaces, and groups with their members. They are known in the account's identity Region only, which a call
/// elsewhere is told. <c>active</c> says whether a user was activated, nothing about use. Addresses are left out where contacts are.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ListUsers.html</remarks>
internal static class QuickSightPeople
{
    private const string Users = "quicksight.users";
    private const string Groups = "quicksight.groups";

    private static readonly AwsOperation ListNamespaces = QuickSightCalls.List("ListNamespaces", "/accounts/{AwsAccountId}/namespaces");

    private static readonly AwsOperation ListUsers = QuickSightCalls.List("ListUsers", "/accounts/{AwsAccountId}/namespaces/{Namespace}/users");

    private static readonly AwsOperation ListGroups = QuickSightCalls.List("ListGroups", "/accounts/{AwsAccountId}/namespaces/{Namespace}/groups");

    private static readonly AwsOperation ListGroupMemberships =
        QuickSightCalls.List("ListGroupMemberships", "/accounts/{AwsAccountId}/namespaces/{Namespace}/groups/{GroupName}/members");

    public static readonly Collector Collector = new(Users)
    {
        Scope = CollectorScope.Global,
        Operations = [ListNamespaces, ListUsers, ListGroups, ListGroupMemberships],
        Others = [new CollectorOutput(Groups, Groups)],
        NotEnabledCodes = QuickSightCalls.NotSubscribed,
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var (region, namespaces) = await NamespacesAsync(run, cancellationToken);
        foreach (var name in namespaces)
        {
            await ListUsersAsync(run, region, name, cancellationToken);
            await ListGroupsAsync(run, region, name, cancellationToken);
        }
    }

    private static async Task<(string Region, IReadOnlyList<string> Names)> NamespacesAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        try
        {
            return (run.Region, await NamespacesAsync(run, run.Region, cancellationToken));
        }
        catch (AwsCallException failure) when (QuickSightCalls.IdentityRegionOf(failure) is { } identityRegion)
        {
            return (identityRegion, await NamespacesAsync(run, identityRegion, cancellationToken));
        }
    }

    // One that is being made, or never came to be, has nobody in it.
    private static async Task<IReadOnlyList<string>> NamespacesAsync(CollectorRun run, string region, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var page in run.PagesAsync(ListNamespaces, region, QuickSightCalls.Input(run), cancellationToken))
        {
            names.AddRange(page.List("Namespaces")
                .Where(found => found.Text("CreationStatus") is not ("CREATING" or "DELETING" or "RETRYABLE_FAILURE" or "NON_RETRYABLE_FAILURE"))
                .Select(found => found.Text("Name") ?? throw new AwsAnswerException(ListNamespaces, "Namespaces.Name", "is missing")));
        }

        return names;
    }

    private static async Task ListUsersAsync(CollectorRun run, string region, string name, CancellationToken cancellationToken)
    {
        var users = run.Output(Users);
        try
        {
            var input = QuickSightCalls.Input(run, "Namespace", name);
            await foreach (var page in run.PagesAsync(ListUsers, region, input, cancellationToken))
            {
                foreach (var user in page.List("UserList"))
                {
                    users.Write(row => WriteUser(row, user, run.Options.IncludeContacts, name, region));
                }
            }
        }
        catch (AwsCallException failure)
        {
            // Groups are another matter, and so are the users of another namespace.
            users.Incomplete(failure);
        }
    }

    private static void WriteUser(RowWriter row, AwsValue user, bool withEmail, string name, string region)
    {
        row.Text("arn", user.Text("Arn"));
        row.Text("user_name", user.Text("UserName"));
        row.Text("namespace", name);
        row.Text("email", withEmail ? user.Text("Email") : null);
        row.Text("role", user.Text("Role"));
        row.Text("identity_type", user.Text("IdentityType"));
        row.Flag("active", user.Flag("Active"));
        row.Text("principal_id", user.Text("PrincipalId"));
        row.Text("custom_permissions", user.Text("CustomPermissionsName"));
        row.Text("identity_region", region);
    }

    private static async Task ListGroupsAsync(CollectorRun run, string region, string name, CancellationToken cancellationToken)
    {
        var found = GroupsAsync(run, region, name, cancellationToken);
        await foreach (var (group, members) in run.SelectAsync(found, (group, ct) => MembersAsync(run, region, name, group, ct), cancellationToken))
        {
            run.Output(Groups).Write(row =>
            {
                row.Text("arn", group.Text("Arn"));
                row.Text("group_name", group.Text("GroupName"));
                row.Text("namespace", name);
                row.Text("description", group.Text("Description"));
                row.Text("identity_region", region);
                if (members is null)
                {
                    row.Text("members", null);
                }
                else
                {
                    row.Texts("members", members);
                }
            });
        }
    }

    private static async IAsyncEnumerable<AwsValue> GroupsAsync(
        CollectorRun run, string region, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var input = QuickSightCalls.Input(run, "Namespace", name);
        foreach (var group in (await run.Output(Groups).TryListAsync(ListGroups, region, "GroupList", input, [], cancellationToken)).Items)
        {
            yield return group;
        }
    }

    // Null: not known, or not all of them.
    private static async Task<(AwsValue Group, IReadOnlyList<string>? Members)> MembersAsync(
        CollectorRun run, string region, string name, AwsValue group, CancellationToken cancellationToken)
    {
        var input = QuickSightCalls.Input(run, "Namespace", name);
        input["GroupName"] = group.Text("GroupName");
        var (members, isComplete) = await run.Output(Groups).TryListAsync(
            ListGroupMemberships, region, "GroupMemberList", input, QuickSightCalls.Gone, cancellationToken);
        return (group, isComplete ? [.. members.Select(member => member.Text("MemberName")).OfType<string>()] : null);
    }
}
