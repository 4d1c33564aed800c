using Amazon.RDSDataService.Model;
using OrgLens.Aws.Sdk;

namespace OrgLens.Database;

/// <summary>A statement that is sent when its turn has come.</summary>
/// <param name="turn">Ends when the statement may be sent, or fails when it must not be.</param>
internal sealed class StatementInTurn(Func<Task> turn) : ExecuteStatementRequest, ISdkTurn
{
    /// <inheritdoc/>
    public Task WaitAsync() => turn();
}
