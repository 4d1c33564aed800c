namespace OrgLens.Aws;

/// <summary>Where an operation of a REST protocol puts its input. Members that are named nowhere go into the body.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path, with labels in braces (<c>{Name}</c>; <c>{Name+}</c> keeps slashes) and a constant query string, if any.</param>
public sealed record AwsRoute(string Method, string Path)
{
    /// <summary>Members that go into the query string, under their own names.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Members that go into headers: member and header.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The member whose value comes before the host name, followed by a dot; not used where the endpoint is overridden.</summary>
    public string? HostMember { get; init; }
}
