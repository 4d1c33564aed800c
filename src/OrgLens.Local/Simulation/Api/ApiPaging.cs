using System.Globalization;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Simulation.Api;

/// <summary>How a list is cut into pages.</summary>
/// <param name="Items">The member of the answer that holds the page.</param>
internal sealed record ApiPaging(string Items)
{
    /// <summary>The member of the input that asks for a following page.</summary>
    public string TokenIn { get; init; } = "NextToken";

    /// <summary>The member of the answer that leads to the next page.</summary>
    public string TokenOut { get; init; } = "NextToken";

    /// <summary>The member of the input that says how many items a page may have; null where the service decides.</summary>
    public string? Limit { get; init; } = "MaxResults";

    /// <summary>The smallest value of <see cref="Limit"/>; 0 is the same as none.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>The largest value of <see cref="Limit"/>.</summary>
    public int Maximum { get; init; } = 100;

    /// <summary>Items of a page when the caller says nothing; null: <see cref="Maximum"/>.</summary>
    public int? Usual { get; init; }

    /// <summary>The most items that a page really has, whatever <see cref="Maximum"/> allows to ask for.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>A member of the answer that says whether there is more, besides the token.</summary>
    public string? More { get; init; }

    /// <summary>Puts the page that the call asks for into <paramref name="answer"/>.</summary>
    public void Cut(ApiCall call, IEnumerable<JsonNode?> items, JsonObject answer, PageFault fault)
    {
        var token = call.Token;
        var size = fault == PageFault.Empty ? 0 : Math.Min(Most, Size(call));
        var page = items.Skip(token.Offset).Take(size + 1).ToList();
        var hasMore = page.Count > size;
        answer[Items] = new JsonArray([.. page.Take(size)]);
        var next = token.IsStuck || fault == PageFault.Repeated
            // The same page again, under the same token, for ever.
            ? (token with { IsStuck = true }).Write(call.Operation)
            : hasMore ? (token with { Offset = token.Offset + size, Page = token.Page + (size > 0 ? 1 : 0) }).Write(call.Operation) : null;
        if (next is not null)
        {
            answer[TokenOut] = next;
        }

        if (More is not null)
        {
            answer[More] = next is not null;
        }
    }

    private int Size(ApiCall call)
    {
        var asked = Limit is null ? null : call.Input.Integer(Limit);
        if (asked is null || (asked == 0 && Minimum == 0))
        {
            return Usual ?? Maximum;
        }

        return asked >= Minimum && asked <= Maximum
            ? asked.Value
            : throw call.BadInput(string.Create(
                CultureInfo.InvariantCulture,
                $"1 validation error detected: Value '{asked}' at '{Limit}' failed to satisfy constraint: Member must have value between {Minimum} and {Maximum}"));
    }
}
