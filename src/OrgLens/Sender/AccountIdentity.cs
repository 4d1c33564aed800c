using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>Whose credentials the calls are made with.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Partition">The partition of the account.</param>
public sealed record AccountIdentity(string AccountId, AwsPartition Partition)
{
    /// <summary>The operation behind <see cref="FindAsync"/>. Everybody may call it.</summary>
    public static readonly AwsOperation GetCallerIdentity = AwsServices.Sts.Operation("GetCallerIdentity");

    /// <summary>Asks AWS.</summary>
    /// <param name="calls">The client.</param>
    /// <param name="region">Any enabled Region of the partition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AwsCallException">There are no valid credentials, or AWS can't be reached.</exception>
    /// <remarks>https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html</remarks>
    public static async Task<AccountIdentity> FindAsync(IAwsCalls calls, string region, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var answer = await calls.CallAsync(GetCallerIdentity, region, null, cancellationToken);
        return new AccountIdentity(
            answer.Text("Account") ?? throw new AwsAnswerException(GetCallerIdentity, "Account", "is missing"), AwsPartition.Of(region));
    }
}
