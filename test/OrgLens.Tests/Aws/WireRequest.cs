namespace OrgLens.Tests.Aws;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query string, escaped as they were sent.</param>
/// <param name="Headers">Headers by their lower-case names.</param>
/// <param name="Body">The body's bytes.</param>
internal sealed record WireRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body);
