namespace AWS.Lambda.Powertools.BatchProcessing;

public class RecordHandler<TRecord> : IRecordHandler<TRecord>
{
    private readonly Func<TRecord, Task<RecordHandlerResult>> handle;

    private RecordHandler(Func<TRecord, Task<RecordHandlerResult>> handle) => this.handle = handle;

    public static IRecordHandler<TRecord> From(Action<TRecord> handlerAction) => new RecordHandler<TRecord>(record =>
    {
        handlerAction(record);
        return Task.FromResult(RecordHandlerResult.None);
    });

    public static IRecordHandler<TRecord> From(Func<TRecord, Task<RecordHandlerResult>> handlerFunc) => new RecordHandler<TRecord>(handlerFunc);

    public async Task<RecordHandlerResult> HandleAsync(TRecord record, CancellationToken cancellationToken) => await handle(record);
}
