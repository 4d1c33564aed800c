using Amazon.RDSDataService;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using OrgLens.Aws.Sdk;

namespace OrgLens.Database;

/// <summary>
/// The SDK's client, with one difference: a transaction's next statement can be handed over while the present one still runs
/// (<see cref="DataApiTransaction.ExecuteAfterAsync"/>). It is written and signed at once, and sent in its turn.
/// </summary>
public sealed class DataApiClient : AmazonRDSDataServiceClient
{
    /// <summary>A client with the credentials that the process has.</summary>
    /// <param name="config">Its own retries should be off, as a repeated statement is repeated with its transaction.</param>
    public DataApiClient(AmazonRDSDataServiceConfig config)
        : base(config)
    {
    }

    /// <summary>A client with credentials of its own.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="config">Its own retries should be off, as a repeated statement is repeated with its transaction.</param>
    public DataApiClient(AWSCredentials credentials, AmazonRDSDataServiceConfig config)
        : base(credentials, config)
    {
    }

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<Signer>(new SdkTurnHandler());
    }
}
