using System.Text.Json;
using OrgLens.Receiver;

namespace OrgLens.Metrics;

/// <summary>Writes metrics as log lines in CloudWatch's embedded metric format: no API call, no cost per request.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html</remarks>
internal static class EmbeddedMetricFormat
{
    private const string Namespace = "OrgLens";

    /// <summary>One line.</summary>
    /// <param name="at">Time of the metrics.</param>
    /// <param name="dimensionSets">Names of the dimensions that the numbers are kept by, set by set.</param>
    /// <param name="dimensions">Values of the dimensions.</param>
    /// <param name="values">The numbers.</param>
    public static string Line(
        DateTimeOffset at,
        IReadOnlyList<IReadOnlyList<string>> dimensionSets,
        IReadOnlyDictionary<string, string> dimensions,
        IReadOnlyList<MetricValue> values) =>
        JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("_aws");
            writer.WriteNumber("Timestamp", at.ToUnixTimeMilliseconds());
            writer.WriteStartArray("CloudWatchMetrics");
            writer.WriteStartObject();
            writer.WriteString("Namespace", Namespace);
            writer.WriteStartArray("Dimensions");
            foreach (var set in dimensionSets)
            {
                WriteStrings(writer, set);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("Metrics");
            foreach (var value in values)
            {
                writer.WriteStartObject();
                writer.WriteString("Name", value.Name);
                writer.WriteString("Unit", value.Unit);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            foreach (var (name, value) in dimensions)
            {
                writer.WriteString(name, value);
            }

            foreach (var value in values)
            {
                writer.WriteNumber(value.Name, value.Value);
            }

            writer.WriteEndObject();
        });

    private static void WriteStrings(Utf8JsonWriter writer, IReadOnlyList<string> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
