using System.Globalization;
using System.Text;

namespace OrgLens.Local.Simulation.Api;

/// <summary>Where a page begins. Callers see only an opaque text, which is good for the operation that gave it.</summary>
/// <param name="Offset">Items before the page.</param>
/// <param name="Page">Pages before it.</param>
/// <param name="IsStuck">Whether it leads to itself.</param>
/// <param name="At">When the first page was asked for: later ones show the same state, whatever has happened since.</param>
internal sealed record PageToken(int Offset, int Page, bool IsStuck, DateTimeOffset At)
{
    /// <summary>The token that a call brings along; the beginning when it brings none.</summary>
    /// <returns>Null when it is none of ours.</returns>
    public static PageToken? Read(ApiOperation operation, ApiInput input, DateTimeOffset now) =>
        operation.Paging is { } paging && input.Text(paging.TokenIn) is { Length: > 0 } text ? Parse(text, operation) : new PageToken(0, 0, IsStuck: false, now);

    public string Write(ApiOperation operation) => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{operation.Name}:{Offset}:{Page}:{(IsStuck ? 1 : 0)}:{At.ToUnixTimeMilliseconds()}")));

    private static PageToken? Parse(string text, ApiOperation operation)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split(':');
        return parts.Length == 5 && parts[0] == operation.Name
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            && long.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new PageToken(offset, page, parts[3] == "1", DateTimeOffset.FromUnixTimeMilliseconds(at))
            : null;
    }
}
