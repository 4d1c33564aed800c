using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>Finds the operation of a REST service by method, path and query.</summary>
internal static class RestRoute
{
    /// <summary>The operation that a request calls, with the parameters of path and query string.</summary>
    public static ApiRequest? Find(HttpRequest request, ApiService service)
    {
        // The raw target tells a slash in a value from one between values.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = Segments(target.Split('?')[0]);
        foreach (var operation in service.Operations)
        {
            var (method, template) = Split(operation.Route, ' ');
            var (pattern, flag) = Split(template, '?');
            if (method == request.Method && (flag.Length == 0 || request.Query.ContainsKey(flag)) && Match(Segments(pattern), path) is { } input)
            {
                foreach (var (name, values) in request.Query.Where(parameter => parameter.Key != flag && parameter.Key != "x-id"))
                {
                    input[name] = Value(values);
                }

                return new ApiRequest(operation, input);
            }
        }

        return null;
    }

    private static JsonObject? Match(string[] pattern, string[] path)
    {
        if (pattern.Length != path.Length)
        {
            return null;
        }

        var input = new JsonObject();
        for (var index = 0; index < path.Length; index++)
        {
            if (pattern[index].StartsWith('{'))
            {
                input[pattern[index].Trim('{', '}')] = Uri.UnescapeDataString(path[index]);
            }
            else if (pattern[index] != path[index])
            {
                return null;
            }
        }

        return input;
    }

    private static JsonNode? Value(StringValues values) => values.Count == 1
        ? values.ToString()
        : new JsonArray([.. values.Select(value => (JsonNode?)value)]);

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static (string First, string Second) Split(string text, char separator)
    {
        var position = text.IndexOf(separator, StringComparison.Ordinal);
        return position < 0 ? (text, "") : (text[..position], text[(position + 1)..]);
    }
}
