using System.Globalization;

namespace OrgLens.QuickSight;

/// <summary>A version of an analysis that was kept before another one took its place.</summary>
/// <param name="ChangedAt">When QuickSight last changed it: it tells versions apart, also those that people made in place.</param>
/// <param name="Fingerprint">The bundle that it came from; <see cref="Unmarked"/> where that is not known.</param>
public sealed record KeptVersion(DateTimeOffset ChangedAt, string Fingerprint)
{
    /// <summary>The fingerprint of what no migration made.</summary>
    public const string Unmarked = "unmarked";

    private const string Form = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Its name, by which it can be asked for.</summary>
    public string Name => $"{ChangedAt.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture)}-{Fingerprint}";

    /// <summary>Whether the two differ: by where they come from, and by their time where that is not known.</summary>
    public bool IsOtherThan(KeptVersion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Fingerprint == Unmarked ? Name != other.Name : Fingerprint != other.Fingerprint;
    }

    /// <summary>The version of a name; null when it is none.</summary>
    public static KeptVersion? Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split('-', 2) is [var at, { Length: > 0 } fingerprint]
            && DateTimeOffset.TryParseExact(at, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var changedAt)
            ? new KeptVersion(changedAt, fingerprint)
            : null;
    }
}
