namespace StandIns.Lambda.Tests.RuntimeSupport;

internal sealed record RuntimeCall(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
