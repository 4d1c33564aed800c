using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>Writes metrics as log lines in CloudWatch's embedded metric format: no API call, no cost per request.</summary>
/// <param name="output">Where log lines go; in Lambda the console.</param>
/// <param name="clock">Time of the metric.</param>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html</remarks>
public sealed class EmbeddedMetrics(TextWriter output, TimeProvider clock) : IReceiverMetrics
{
    private const string Namespace = "OrgLens";

    /// <inheritdoc/>
    public void Count(LoadResult result, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(result);
        (string Name, string Unit, double Value)[] values =
        [
            ("Documents", "Count", 1),
            ("Rows", "Count", result.Rows.Values.Sum()),
            ("SkippedRows", "Count", result.Skipped.Values.Sum()),
            ("DataApiCalls", "Count", result.Calls),
            ("LoadTime", "Milliseconds", elapsed.TotalMilliseconds),
        ];
        output.WriteLine(JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("_aws");
            writer.WriteNumber("Timestamp", clock.GetUtcNow().ToUnixTimeMilliseconds());
            writer.WriteStartArray("CloudWatchMetrics");
            writer.WriteStartObject();
            writer.WriteString("Namespace", Namespace);
            writer.WriteStartArray("Dimensions");
            WriteStrings(writer, "Outcome");
            WriteStrings(writer, "Outcome", "Reason");
            writer.WriteEndArray();
            writer.WriteStartArray("Metrics");
            foreach (var (name, unit, _) in values)
            {
                writer.WriteStartObject();
                writer.WriteString("Name", name);
                writer.WriteString("Unit", unit);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteString("Outcome", result.Outcome.ToString());
            writer.WriteString("Reason", result.Reason ?? "none");
            foreach (var (name, _, value) in values)
            {
                writer.WriteNumber(name, value);
            }

            writer.WriteEndObject();
        }));
    }

    private static void WriteStrings(Utf8JsonWriter writer, params ReadOnlySpan<string> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
