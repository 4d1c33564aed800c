using System.Diagnostics;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Services;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests.Simulation;

public sealed class CatalogTests
{
    [Fact]
    public async Task Services_are_addressed_as_their_models_say()
    {
        using var python = Process.Start(new ProcessStartInfo(Python.Path, ["catalog_check.py"])
        {
            WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "Clients"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await python.StandardInput.WriteAsync(new JsonArray([.. SimulatedServices.All.Select(Describe)]).ToJsonString());
        python.StandardInput.Close();
        var differences = JsonNode.Parse(await python.StandardOutput.ReadToEndAsync())!.AsArray();

        Assert.Empty(differences.Select(difference => (string)difference!));
    }

    private static JsonNode? Describe(ApiService service) => new JsonObject
    {
        ["id"] = service.Id ?? service.SigningName,
        ["signingName"] = service.SigningName,
        ["protocol"] = service.Protocol switch
        {
            _ when service.Protocol == ApiProtocol.Json10 => "json1.0",
            _ when service.Protocol == ApiProtocol.Json11 => "json1.1",
            RestJsonProtocol => "rest-json",
            RestXmlProtocol => "rest-xml",
            Ec2Protocol => "ec2",
            _ => "query",
        },
        ["targetPrefix"] = service.TargetPrefix,
        ["version"] = service.Version,
        ["operations"] = new JsonArray([.. service.Operations.Select(Describe)]),
    };

    private static JsonNode? Describe(ApiOperation operation) => new JsonObject
    {
        ["name"] = operation.Name,
        ["route"] = operation.Route,
        ["isSeeded"] = operation.IsSeeded,
        ["members"] = Wire.Texts(operation.Members),
        ["paging"] = operation.Paging is { } paging
            ? new JsonObject { ["items"] = paging.Items, ["tokenIn"] = paging.TokenIn, ["tokenOut"] = paging.TokenOut, ["limit"] = paging.Limit }
            : null,
    };
}
