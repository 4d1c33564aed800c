using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.BatchProcessing;
using AWS.Lambda.Powertools.BatchProcessing.Sqs;
using Microsoft.Extensions.Logging;
using OrgLens.Audit.Trail;

namespace OrgLens.Functions.Audit;

/// <summary>Takes one queue message that announces trail files, one or several.</summary>
/// <param name="filter">Deals with each file.</param>
/// <param name="logger">Gets a line for a message that goes back to its queue.</param>
public sealed partial class TrailNotificationHandler(TrailFilter filter, ILogger<TrailNotificationHandler> logger) : ISqsRecordHandler
{
    /// <inheritdoc/>
    public async Task<RecordHandlerResult> HandleAsync(SQSEvent.SQSMessage record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            await FilterAsync(TrailNotification.Read(record.Body), cancellationToken);
            return RecordHandlerResult.None;
        }
        catch (Exception exception)
        {
            LogGivenBack(record.MessageId, exception.GetType().Name, exception.Message);
            throw;
        }
    }

    /// <summary>Filters files one after the other.</summary>
    public async Task FilterAsync(IReadOnlyList<TrailObject> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            await filter.FilterAsync(file, cancellationToken);
        }
    }

    [LoggerMessage(62, LogLevel.Error, "Message {MessageId} goes back to its queue: {Error} {Detail}")]
    private partial void LogGivenBack(string messageId, string error, string detail);
}
