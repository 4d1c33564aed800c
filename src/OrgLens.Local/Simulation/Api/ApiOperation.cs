using System.Text.Json.Nodes;

namespace OrgLens.Local.Simulation.Api;

/// <summary>An operation of a simulated service.</summary>
/// <param name="Name">Its name in the service's model.</param>
/// <param name="Members">The members of its input, as they are called on the wire: anything else is a mistake of the caller.</param>
internal sealed record ApiOperation(string Name, IReadOnlyList<string> Members)
{
    /// <summary>Method and path template, with query parameters that tell two operations of one path apart.</summary>
    public string Route { get; init; } = "POST /";

    /// <summary>How the list that it gives is cut into pages; null for an answer in one piece.</summary>
    public ApiPaging? Paging { get; init; }

    /// <summary>XML protocols of REST: the name of the document's root.</summary>
    public string? Root { get; init; }

    /// <summary>The answer, or what surrounds the page; null where the emulator holds what was seeded into it.</summary>
    public Func<ApiCall, JsonObject>? Answer { get; init; }

    /// <summary>The action that a policy would have to allow, without its prefix, where it is not called like the operation.</summary>
    public string? Action { get; init; }

    /// <summary>Everything that <see cref="Paging"/> cuts, always in the same order.</summary>
    public Func<ApiCall, IEnumerable<JsonNode?>>? Items { get; init; }

    /// <summary>Seeded operations: the list of the answer, which is empty where nothing was seeded; asking the emulator would only make it work.</summary>
    public string? EmptyElsewhere { get; init; }

    /// <summary>Whether the emulator answers it from what was seeded.</summary>
    public bool IsSeeded => Answer is null && Items is null;

    /// <summary>An operation that answers in one piece.</summary>
    public static ApiOperation Single(string name, IReadOnlyList<string> members, Func<ApiCall, JsonObject> answer, string route = "POST /") =>
        new(name, members) { Answer = answer, Route = route };

    /// <summary>An operation that answers page by page.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="members">The members of its input.</param>
    /// <param name="paging">How pages are asked for.</param>
    /// <param name="items">Everything there is.</param>
    /// <param name="around">What every page has besides its items.</param>
    /// <param name="route">Method and path.</param>
    public static ApiOperation Paged(
        string name, IReadOnlyList<string> members, ApiPaging paging, Func<ApiCall, IEnumerable<JsonNode?>> items, Func<ApiCall, JsonObject>? around = null, string route = "POST /") =>
        new(name, members) { Paging = paging, Items = items, Answer = around, Route = route };

    /// <summary>An operation that the emulator answers.</summary>
    public static ApiOperation Seeded(string name, string route = "POST /", string? action = null) => new(name, []) { Route = route, Action = action };
}
