using Amazon.SQS;
using Amazon.SQS.Model;
using OrgLens.Receiver;

namespace OrgLens.Audit.Trail;

/// <summary>
/// Puts what can't be used before somebody's eyes: a message in the trail's dead-letter queue that names the object and, record by record, the
/// place and the reason, but nothing of the content. It has the form of CloudTrail's own notice, so that a redrive reads the object again.
/// </summary>
/// <param name="sqs">The SQS client.</param>
/// <param name="queueUrl">The dead-letter queue.</param>
public sealed class TrailQuarantine(IAmazonSQS sqs, string queueUrl)
{
    // The first ones tell what is wrong; a file with thousands would be too much for a message.
    private const int Named = 100;

    /// <summary>Reports an object.</summary>
    /// <param name="source">The object.</param>
    /// <param name="reason">What became of it.</param>
    /// <param name="findings">Its bad records.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task ReportAsync(TrailObject source, FilterOutcome reason, IReadOnlyList<TrailFinding> findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(findings);
        var body = JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("s3Bucket", source.Bucket);
            writer.WriteStartArray("s3ObjectKey");
            writer.WriteStringValue(source.Key);
            writer.WriteEndArray();
            if (source.VersionId is { } version)
            {
                writer.WriteString("versionId", version);
            }

            writer.WriteString("reason", reason.ToString());
            writer.WriteNumber("badRecords", findings.Count);
            writer.WriteStartArray("records");
            foreach (var finding in findings.Take(Named))
            {
                writer.WriteStartObject();
                writer.WriteNumber("number", finding.Number);
                writer.WriteNumber("position", finding.Position);
                writer.WriteString("reason", finding.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        return sqs.SendMessageAsync(new SendMessageRequest(queueUrl, body), cancellationToken);
    }
}
