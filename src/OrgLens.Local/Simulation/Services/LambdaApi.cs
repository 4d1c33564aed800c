using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;
using OrgLens.Local.Simulation.Services.Ec2;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Lambda: functions and their tags. Nobody can invoke them.</summary>
internal static class LambdaApi
{
    public static ApiService Service { get; } = new("lambda", ApiProtocol.RestJson,
    [
        ApiOperation.Paged(
            "ListFunctions", ["MasterRegion", "FunctionVersion", "Marker", "MaxItems"],
            new ApiPaging("Functions") { TokenIn = "Marker", TokenOut = "NextMarker", Limit = "MaxItems", Maximum = 10_000, Most = 50 }, Functions, route: "GET /2015-03-31/functions"),
        ApiOperation.Single("ListTags", ["Resource"], Tags, "GET /2017-03-31/tags/{Resource}"),
    ])
    {
        BadInput = "InvalidParameterValueException",
        ThrottledCode = "TooManyRequestsException",
    };

    private static IEnumerable<JsonNode?> Functions(ApiCall call) => call.Estate is { } estate ? estate.Compute.Functions(call.Today).Select(function => Describe(estate, function)) : [];

    private static JsonObject Describe(RegionEstate estate, Function function)
    {
        var draw = estate.Stream.Child("function-settings").Child(function.Name);
        return new JsonObject
        {
            ["FunctionName"] = function.Name,
            ["FunctionArn"] = function.Arn,
            ["Runtime"] = function.Runtime,
            ["Role"] = $"arn:aws:iam::{estate.Account.Id}:role/lambda-{function.Name}",
            ["Handler"] = "index.handler",
            ["CodeSize"] = draw.Int(2_000, 20_000_000),
            ["Description"] = "",
            ["Timeout"] = draw.Pick([3, 15, 30, 60, 900]),
            ["MemorySize"] = function.MemoryMiB,
            ["LastModified"] = function.ModifiedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
            ["CodeSha256"] = Convert.ToBase64String(Convert.FromHexString(draw.Hex(64))),
            ["Version"] = "$LATEST",
            ["VpcConfig"] = function.InVpc
                ? new JsonObject { ["SubnetIds"] = Wire.Texts(Subnets.Of(estate, estate.Zones[0])!), ["SecurityGroupIds"] = Wire.Texts("sg-" + draw.Hex(17)), ["VpcId"] = estate.VpcId }
                : null,
            ["TracingConfig"] = new JsonObject { ["Mode"] = draw.Chance(0.4) ? "Active" : "PassThrough" },
            ["RevisionId"] = draw.Uuid(),
            ["PackageType"] = "Zip",
            ["Architectures"] = Wire.Texts(function.Architecture),
            ["EphemeralStorage"] = new JsonObject { ["Size"] = 512 },
        };
    }

    private static JsonObject Tags(ApiCall call)
    {
        var arn = call.Required("Resource");
        var function = call.Estate?.Compute.Functions(call.Today).FirstOrDefault(function => function.Arn == arn)
            ?? throw new ApiException("ResourceNotFoundException", $"Function not found: {arn}");
        return new JsonObject { ["Tags"] = new JsonObject(call.Estate!.Tags(function.Name).Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))) };
    }
}
