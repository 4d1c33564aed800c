using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>Gives the client to read an account with.</summary>
public interface IAccountCalls
{
    /// <summary>The client of an account.</summary>
    /// <param name="account">12 digits.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Null: there is no way into this account.</returns>
    /// <exception cref="AwsCallException">The account's role can't be assumed; says why.</exception>
    Task<IAwsCalls?> OfAsync(string account, CancellationToken cancellationToken);
}
