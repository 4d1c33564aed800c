using Amazon.RDSDataService.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.RDSDataService;

internal static class Operations
{
    // The paths of this API are its operations' names, two of them shortened.
    public static readonly InvokeOptions BatchExecuteStatement = JsonOperation.Define<BatchExecuteStatementRequest, BatchExecuteStatementResponse>(
        RdsData.Model, "BatchExecute", RequestWriting.Write, ResponseReading.Read, Errors.All, RequestSize.Of);

    public static readonly InvokeOptions BeginTransaction = JsonOperation.Define<BeginTransactionRequest, BeginTransactionResponse>(
        RdsData.Model, "BeginTransaction", RequestWriting.Write, ResponseReading.Read, Errors.All);

    public static readonly InvokeOptions CommitTransaction = JsonOperation.Define<CommitTransactionRequest, CommitTransactionResponse>(
        RdsData.Model, "CommitTransaction", RequestWriting.Write, ResponseReading.Read, Errors.All);

    public static readonly InvokeOptions ExecuteStatement = JsonOperation.Define<ExecuteStatementRequest, ExecuteStatementResponse>(
        RdsData.Model, "Execute", RequestWriting.Write, ResponseReading.Read, Errors.All, RequestSize.Of);

    public static readonly InvokeOptions RollbackTransaction = JsonOperation.Define<RollbackTransactionRequest, RollbackTransactionResponse>(
        RdsData.Model, "RollbackTransaction", RequestWriting.Write, ResponseReading.Read, Errors.All);
}
