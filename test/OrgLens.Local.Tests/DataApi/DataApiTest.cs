using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests.DataApi;

/// <summary>Calls the shared Data API endpoint through boto3.</summary>
[Collection(SharedEmulators.Name)]
public abstract class DataApiTest(Emulators emulators)
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected Emulators Emulators { get; } = emulators;

    /// <summary>A table name that no other test uses.</summary>
    protected string Table { get; } = $"t_{Guid.NewGuid():N}";

    protected Task<JsonNode> ExecuteAsync(string sql, JsonObject? more = null, params JsonObject[] parameters) =>
        Emulators.Boto3.CallAsync("rds-data", "execute_statement", Arguments(sql, more, parameters));

    protected Task<ForeignError> FailAsync(string sql, JsonObject? more = null, params JsonObject[] parameters) =>
        Emulators.Boto3.FailAsync("rds-data", "execute_statement", Arguments(sql, more, parameters));

    /// <summary>The only value of the only row.</summary>
    protected async Task<string> ScalarAsync(string sql, JsonObject? more = null, params JsonObject[] parameters)
    {
        var result = await ExecuteAsync(sql, more, parameters);
        return Assert.Single(Assert.Single(result["records"]!.AsArray())!.AsArray())!.ToJsonString(s_readable);
    }

    protected static JsonObject Named(string name, JsonObject value, string? typeHint = null)
    {
        var parameter = new JsonObject { ["name"] = name, ["value"] = value };
        if (typeHint is not null)
        {
            parameter["typeHint"] = typeHint;
        }

        return parameter;
    }

    protected static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    protected static JsonObject Cluster(JsonObject? more = null)
    {
        var arguments = new JsonObject { ["resourceArn"] = Emulators.ClusterArn, ["secretArn"] = Emulators.SecretArn };
        foreach (var (name, value) in more ?? [])
        {
            arguments[name] = value?.DeepClone();
        }

        return arguments;
    }

    private static JsonObject Arguments(string sql, JsonObject? more, JsonObject[] parameters)
    {
        var arguments = Cluster(new JsonObject { ["database"] = "core", ["sql"] = sql });
        if (parameters.Length > 0)
        {
            arguments["parameters"] = new JsonArray([.. parameters]);
        }

        foreach (var (name, value) in more ?? [])
        {
            arguments[name] = value?.DeepClone();
        }

        return arguments;
    }
}
