using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Gateway;

/// <summary>A service that answers for itself instead of the emulator.</summary>
/// <param name="Name">For people.</param>
/// <param name="Owns">Whether a request is its own, from the request and the service that it was signed for.</param>
/// <param name="HandleAsync">Answers it.</param>
public sealed record ServiceRoute(string Name, Func<HttpRequest, string?, bool> Owns, RequestDelegate HandleAsync);
