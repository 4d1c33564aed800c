using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Operations;

/// <summary>Services that Application Signals found in the last day of the window; it answers for no longer time.</summary>
/// <remarks>https://docs.aws.amazon.com/applicationsignals/latest/APIReference/API_ListServices.html</remarks>
internal static class ApplicationSignalsServices
{
    private static readonly AwsOperation ListServices =
        AwsServices.ApplicationSignals.Get("ListServices", "/services", "StartTime", "EndTime", "MaxResults", "NextToken") with
        {
            Paging = AwsPaging.NextToken(100),
        };

    public static readonly Collector Collector = new("application")
    {
        Operations = [ListServices],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["StartTime"] = Text(run.Window.EndInstant.AddDays(-1)), ["EndTime"] = Text(run.Window.EndInstant) };
        await foreach (var service in run.ItemsAsync(ListServices, "ServiceSummaries", input, cancellationToken))
        {
            run.Write(row =>
            {
                // Services have names, resources identifiers; the same name in two environments is two services.
                var attributes = service.Child("KeyAttributes");
                row.Text("service_name", attributes.Text("Name") ?? attributes.Text("Identifier"));
                row.Text("namespace", attributes.Text("Environment"));
                row.Value("key_attributes", attributes);
            });
        }
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
