namespace OrgLens.Local.Tests.Clients;

/// <summary>As whom and where boto3 makes a call.</summary>
/// <param name="Account">The account that is entered by a role.</param>
/// <param name="Region">The Region.</param>
/// <param name="ChecksShapes">Whether the raw answer is held against the service's model.</param>
public sealed record ForeignRole(string Account, string Region, bool ChecksShapes = true);
