using System.Text.Json.Nodes;

namespace OrgLens.Aws;

/// <summary>Makes calls to AWS. The one port between the collectors and the network.</summary>
public interface IAwsCalls
{
    /// <summary>Calls an operation once (with retries) and gives its answer.</summary>
    /// <param name="operation">What to call.</param>
    /// <param name="region">The Region that the work is for; a global service is called at its home.</param>
    /// <param name="input">Input members under their names on the wire; null: none. It is not changed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AwsCallException">The call failed; says how.</exception>
    Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken);
}
