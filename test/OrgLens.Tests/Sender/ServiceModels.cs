using System.Diagnostics;
using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Tests.Sender;

/// <summary>Holds operations, inputs and answers against the services' public models, as botocore has them.</summary>
internal static class ServiceModels
{
    /// <summary>What differs, one line each.</summary>
    /// <param name="operations">Declarations: protocol, address, paging.</param>
    /// <param name="inputs">Inputs of calls: unknown and missing members, values and sizes that are not allowed.</param>
    /// <param name="answers">Bodies of answers: unknown and missing members, other kinds of values.</param>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(
        IEnumerable<AwsOperation> operations,
        IEnumerable<(AwsOperation Operation, JsonObject Input)> inputs,
        IEnumerable<(AwsOperation Operation, string Body)> answers)
    {
        var question = new JsonObject
        {
            ["operations"] = new JsonArray([.. operations.Select(Describe)]),
            ["inputs"] = new JsonArray([.. inputs.Select(call => With(call.Operation, "input", call.Input.DeepClone()))]),
            ["answers"] = new JsonArray([.. answers.Select(answer => With(answer.Operation, "body", answer.Body))]),
        };
        using var python = Process.Start(new ProcessStartInfo(Python.Path, ["service_models.py"])
        {
            WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "Sender"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await python.StandardInput.WriteAsync(question.ToJsonString());
        python.StandardInput.Close();
        var differences = JsonNode.Parse(await python.StandardOutput.ReadToEndAsync())!.AsArray();
        return [.. differences.Select(difference => (string)difference!)];
    }

    private static JsonObject With(AwsOperation operation, string member, JsonNode value)
    {
        var described = Describe(operation);
        described[member] = value;
        return described;
    }

    private static JsonObject Describe(AwsOperation operation) => new()
    {
        ["service"] = operation.Service.Id,
        ["endpointPrefix"] = operation.Service.EndpointPrefix,
        ["signingName"] = operation.Service.SigningName,
        ["apiVersion"] = operation.Service.ApiVersion,
        ["targetPrefix"] = operation.Service.TargetPrefix,
        ["protocol"] = operation.Service.Protocol switch
        {
            AwsProtocol.Json10 => "json1.0",
            AwsProtocol.Json11 => "json1.1",
            AwsProtocol.RestJson => "rest-json",
            AwsProtocol.RestXml => "rest-xml",
            AwsProtocol.Ec2 => "ec2",
            _ => "query",
        },
        ["name"] = operation.Name,
        ["route"] = operation.Route is { } route
            ? new JsonObject
            {
                ["method"] = route.Method,
                ["path"] = route.Path,
                ["query"] = new JsonArray([.. route.Query.Select(name => (JsonNode)name)]),
                ["headers"] = new JsonObject(route.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
                ["host"] = route.HostMember,
            }
            : null,
        ["paging"] = operation.Paging is { } paging
            ? new JsonObject
            {
                ["input"] = paging.Input,
                ["output"] = paging.Output,
                ["limit"] = paging.Limit,
                ["size"] = paging.Size,
                ["more"] = paging.More,
            }
            : null,
    };
}
