namespace OrgLens.Deployment;

/// <summary>One thing that a deployment does.</summary>
/// <param name="Kind">What it makes: <c>stack</c>, <c>StackSet</c>, <c>object</c> or <c>run</c> of a function.</param>
/// <param name="Name">Its name.</param>
/// <param name="Where">Account, Regions or organizational units that it is for.</param>
/// <param name="IsThere">Whether it exists already; it is then brought up to date.</param>
/// <param name="RunAsync">Does it.</param>
public sealed record DeploymentStep(string Kind, string Name, string Where, bool IsThere, Func<CancellationToken, Task<StackChange>> RunAsync);
