namespace OrgLens.Local.Simulation.Api;

/// <summary>Who signed a request.</summary>
/// <param name="AccountId">The account that the credentials belong to.</param>
/// <param name="Arn">The user or assumed role.</param>
internal sealed record Caller(string AccountId, string Arn);
