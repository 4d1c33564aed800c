namespace AWS.Lambda.Powertools.BatchProcessing;

public class RecordHandlerResult
{
    public static RecordHandlerResult None => null;

    public object Data { get; init; }

    public static RecordHandlerResult FromData(object data) => new() { Data = data };
}
