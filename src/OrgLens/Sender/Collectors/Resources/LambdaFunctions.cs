using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>Lambda functions with their tags. The list says nothing about their state.</summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html</remarks>
internal static class LambdaFunctions
{
    // The service gives 50 at most, whatever it is asked for; the model allows to ask for more.
    private static readonly AwsOperation ListFunctions = AwsServices.Lambda.Get("ListFunctions", "/2015-03-31/functions", "Marker", "MaxItems") with
    {
        Paging = new AwsPaging("Marker", "NextMarker", "MaxItems", 10_000),
    };

    public static readonly Collector Collector = new("lambda.function", "service_resources")
    {
        Operations = [ListFunctions, ResourceTags.GetResources],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        ResourceTags? tags = null;
        await foreach (var function in run.ItemsAsync(ListFunctions, "Functions", null, cancellationToken))
        {
            tags ??= await ResourceTags.ReadAsync(run, "lambda:function", cancellationToken);
            run.Write(row => WriteRow(row, function, tags));
        }
    }

    // Columns that mean something else for a function are filled as the Python sender fills them.
    private static void WriteRow(RowWriter row, AwsValue function, ResourceTags tags)
    {
        row.Identity("Lambda", "Function", function.Text("FunctionArn"), function.Text("FunctionName"));
        row.Text("availability_zone", "Generic");
        row.Text("state", function.Text("State"));
        row.Text("instance_type", function.Text("Runtime"));
        row.Text("vpc_id", function.Text("VpcConfig.VpcId") ?? string.Empty);
        row.Text("engine", function.Text("Runtime"));
        row.Text("instance_class", string.Empty);
        row.Flag("multi_az", true);
        row.Number("size_gb", function.Number("MemorySize") / 1024);
        row.Text("volume_type", "EphemeralStorage");
        row.Instant("creation_date", function.Instant("LastModified"));
        row.Text("type", function.Text("PackageType"));
        row.Text("scheme", function.Texts("Architectures") is [var architecture, ..] ? architecture : null);
        row.Number("instance_count", 1);
        row.Number("max_size", function.Number("EphemeralStorage.Size"));
        row.TagsIfKnown(tags.Of(function.Text("FunctionArn")));
        row.Nested("details", details =>
        {
            details.Instant("last_modified", function.Instant("LastModified"));
            details.Text("description", function.Text("Description"));
            details.Text("handler", function.Text("Handler"));
            details.Text("role", function.Text("Role"));
            details.Number("timeout_seconds", function.Number("Timeout"));
            details.Number("code_bytes", function.Number("CodeSize"));
            details.Text("kms_key_arn", function.Text("KMSKeyArn"));
            details.Text("dead_letter_target", function.Text("DeadLetterConfig.TargetArn"));
            details.Text("tracing", function.Text("TracingConfig.Mode"));
            details.Texts("layers", function.List("Layers").Select(layer => layer.Text("Arn")).OfType<string>());
        });
    }
}
