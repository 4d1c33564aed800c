using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>What a deployment must know of the organization.</summary>
/// <param name="Id">Its id (<c>o-…</c>).</param>
/// <param name="ManagementAccountId">The account that service-managed StackSets leave out.</param>
/// <param name="AccountId">The account whose credentials are in use.</param>
/// <param name="RootId">Its root, which holds all accounts (<c>r-…</c>); null: the account may not look at it, as long as it is no delegated administrator.</param>
public sealed record Organization(string Id, string ManagementAccountId, string AccountId, string? RootId)
{
    private static readonly AwsOperation s_describeOrganization = AwsServices.Organizations.Operation("DescribeOrganization");

    private static readonly AwsOperation s_listRoots = AwsServices.Organizations.Operation("ListRoots") with { Paging = AwsPaging.NextToken() };

    private static readonly AwsOperation s_getCallerIdentity = AwsServices.Sts.Operation("GetCallerIdentity");

    /// <summary>Whether the credentials in use are not the management account's: they act as a delegated administrator.</summary>
    public bool IsDelegated => AccountId != ManagementAccountId;

    /// <summary>Asks AWS Organizations.</summary>
    /// <exception cref="AwsCallException">The account is in no organization, or may not ask.</exception>
    public static async Task<Organization> DescribeAsync(IAwsCalls calls, string region, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var caller = await calls.CallAsync(s_getCallerIdentity, region, null, cancellationToken);
        var organization = (await calls.CallAsync(s_describeOrganization, region, null, cancellationToken)).Child(nameof(Organization));
        return new Organization(
            organization.Text("Id") ?? throw new AwsAnswerException(s_describeOrganization, "Organization.Id", "is missing"),
            organization.Text("MasterAccountId") ?? throw new AwsAnswerException(s_describeOrganization, "Organization.MasterAccountId", "is missing"),
            caller.Text("Account") ?? throw new AwsAnswerException(s_getCallerIdentity, "Account", "is missing"),
            await FindRootAsync(calls, region, cancellationToken));
    }

    private static async Task<string?> FindRootAsync(IAwsCalls calls, string region, CancellationToken cancellationToken)
    {
        try
        {
            string? root = null;
            await foreach (var page in calls.PagesAsync(s_listRoots, region, null, cancellationToken))
            {
                root ??= page.List("Roots").Select(each => each.Text("Id")).FirstOrDefault();
            }

            return root ?? throw new AwsAnswerException(s_listRoots, "Roots", "is empty");
        }
        catch (AwsCallException failure) when (failure.Kind is AwsErrorKind.DeniedByPolicy or AwsErrorKind.DeniedByScp)
        {
            return null;
        }
    }
}
