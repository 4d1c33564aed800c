namespace OrgLens.Aws.Sdk;

/// <summary>A request that is written and signed at once but sent later.</summary>
internal interface ISdkTurn
{
    /// <summary>Ends when the request may be sent, or fails when it must not be.</summary>
    Task WaitAsync();
}
