using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Aws;

/// <summary>An operation's input as it goes over the wire.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path with labels in braces.</param>
internal sealed record AwsInput(string Method, string Path)
{
    /// <summary>Values of the path's labels, unescaped.</summary>
    public Dictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>The query string's names, each with its values.</summary>
    public Dictionary<string, List<string>> Query { get; } = new(StringComparer.Ordinal);

    /// <summary>Headers besides those of the signature.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    /// <summary>What comes before the host name.</summary>
    public string? HostPrefix { get; private set; }

    /// <summary>The body; null: none.</summary>
    public byte[]? Body { get; private set; }

    /// <summary>Writes an input for its operation.</summary>
    public static AwsInput Write(AwsOperation operation, JsonObject? input)
    {
        var members = input ?? [];
        return operation.Service.Protocol switch
        {
            AwsProtocol.Json10 or AwsProtocol.Json11 => WriteJson(operation, members),
            AwsProtocol.Query or AwsProtocol.Ec2 => WriteForm(operation, members),
            _ => WriteRest(operation, members),
        };
    }

    private static AwsInput WriteJson(AwsOperation operation, JsonObject members)
    {
        var version = operation.Service.Protocol == AwsProtocol.Json10 ? "1.0" : "1.1";
        return new AwsInput("POST", "/")
        {
            Headers = { ["X-Amz-Target"] = $"{operation.Service.TargetPrefix}.{operation.Name}", ["Content-Type"] = $"application/x-amz-json-{version}" },
            Body = Bytes(members),
        };
    }

    private static AwsInput WriteForm(AwsOperation operation, JsonObject members)
    {
        var form = new StringBuilder($"Action={operation.Name}&Version={operation.Service.ApiVersion}");
        foreach (var (name, value) in FormMembers.Flatten(members, operation.Service.Protocol))
        {
            form.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return new AwsInput("POST", "/")
        {
            Headers = { ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8" },
            Body = Encoding.ASCII.GetBytes(form.ToString()),
        };
    }

    private static AwsInput WriteRest(AwsOperation operation, JsonObject members)
    {
        var route = operation.Route ?? throw new InvalidOperationException($"{operation} has no route.");
        var (path, constants) = route.Path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark
            ? (route.Path[..mark], route.Path[(mark + 1)..].Split('&'))
            : (route.Path, []);
        var written = new AwsInput(route.Method, path);
        foreach (var constant in constants)
        {
            var parts = constant.Split('=', 2);
            written.Query[parts[0]] = [parts.ElementAtOrDefault(1) ?? string.Empty];
        }

        var body = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                continue;
            }

            var isBound = name == route.HostMember;
            if (isBound)
            {
                written.HostPrefix = $"{FormMembers.Text(value)}.";
            }

            if (LabelOf(path, name) is { } label)
            {
                written.Labels[label] = FormMembers.Text(value);
                isBound = true;
            }

            if (route.Headers.TryGetValue(name, out var header))
            {
                written.Headers[header] = FormMembers.Text(value);
                isBound = true;
            }

            if (route.Query.Contains(name, StringComparer.Ordinal))
            {
                written.Query[name] = value is JsonArray list ? [.. list.OfType<JsonNode>().Select(FormMembers.Text)] : [FormMembers.Text(value)];
                isBound = true;
            }

            if (!isBound)
            {
                body[name] = value.DeepClone();
            }
        }

        if (route.Method != "GET" && operation.Service.Protocol == AwsProtocol.RestJson)
        {
            written.Headers["Content-Type"] = "application/json";
            written.Body = Bytes(body);
        }
        else if (body.Count > 0)
        {
            throw new InvalidOperationException($"{operation} has no place for {string.Join(", ", body.Select(member => member.Key))}.");
        }

        return written;
    }

    private static string? LabelOf(string path, string name) =>
        path.Contains($"{{{name}}}", StringComparison.Ordinal) ? $"{{{name}}}"
        : path.Contains($"{{{name}+}}", StringComparison.Ordinal) ? $"{{{name}+}}"
        : null;

    private static byte[] Bytes(JsonObject value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            value.WriteTo(writer);
        }

        return buffer.ToArray();
    }
}
