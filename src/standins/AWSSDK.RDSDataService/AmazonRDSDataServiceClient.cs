using Amazon.RDSDataService.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.RDSDataService;

public partial class AmazonRDSDataServiceClient : AmazonServiceClient, IAmazonRDSDataService
{
    public AmazonRDSDataServiceClient()
        : base(new AmazonRDSDataServiceConfig())
    {
    }

    public AmazonRDSDataServiceClient(RegionEndpoint region)
        : base(new AmazonRDSDataServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonRDSDataServiceClient(AmazonRDSDataServiceConfig config)
        : base(config)
    {
    }

    public AmazonRDSDataServiceClient(AWSCredentials credentials)
        : this(credentials, new AmazonRDSDataServiceConfig())
    {
    }

    public AmazonRDSDataServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonRDSDataServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonRDSDataServiceClient(AWSCredentials credentials, AmazonRDSDataServiceConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonRDSDataServiceClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonRDSDataServiceConfig())
    {
    }

    public AmazonRDSDataServiceClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonRDSDataServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonRDSDataServiceClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonRDSDataServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonRDSDataServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonRDSDataServiceConfig())
    {
    }

    public AmazonRDSDataServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonRDSDataServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonRDSDataServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonRDSDataServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => RdsData.Model;

    public virtual Task<BatchExecuteStatementResponse> BatchExecuteStatementAsync(BatchExecuteStatementRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<BatchExecuteStatementResponse>(request, Operations.BatchExecuteStatement, cancellationToken);

    public virtual Task<BeginTransactionResponse> BeginTransactionAsync(BeginTransactionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<BeginTransactionResponse>(request, Operations.BeginTransaction, cancellationToken);

    public virtual Task<CommitTransactionResponse> CommitTransactionAsync(CommitTransactionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CommitTransactionResponse>(request, Operations.CommitTransaction, cancellationToken);

    public virtual Task<ExecuteStatementResponse> ExecuteStatementAsync(ExecuteStatementRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ExecuteStatementResponse>(request, Operations.ExecuteStatement, cancellationToken);

    public virtual Task<RollbackTransactionResponse> RollbackTransactionAsync(RollbackTransactionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RollbackTransactionResponse>(request, Operations.RollbackTransaction, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => pipeline.UseRegionalEndpointsAndSigV4();
}
