using System.Text.Json;

namespace OrgLens.Audit.Trail;

/// <summary>Who made a call, as <c>userIdentity</c> tells it.</summary>
/// <param name="Type">Kind of identity (<c>AssumedRole</c>, <c>IAMUser</c>, <c>AWSService</c> …); null in some records of services.</param>
/// <param name="Arn">ARN of the identity; null for services and for users that only QuickSight knows.</param>
/// <param name="AccountId">The caller's account, which may differ from the one that was acted on.</param>
/// <param name="UserName">The person or program: user name, or the session name of a role; null where the record has none.</param>
/// <param name="RoleName">Name of the assumed role; null for anything else.</param>
/// <param name="InvokedBy">The service on whose behalf, or by which, the call was made (<c>autoscaling.amazonaws.com</c>).</param>
public sealed record TrailActor(string? Type, string? Arn, string? AccountId, string? UserName, string? RoleName, string? InvokedBy)
{
    /// <summary>Reads it from a record's <c>userIdentity</c>.</summary>
    public static TrailActor Of(JsonElement identity)
    {
        var type = identity.Text("type");
        var arn = identity.Text("arn");
        return new TrailActor(
            type,
            arn,
            identity.Text("accountId"),
            identity.Text("userName") ?? SessionName(arn, identity.Text("principalId")) ?? identity.Text("onBehalfOf", "userId"),
            identity.Text("sessionContext", "sessionIssuer", "userName"),
            identity.Text("invokedBy"));
    }

    private static string? SessionName(string? arn, string? principalId)
    {
        if (arn?.Contains(":assumed-role/", StringComparison.Ordinal) == true || arn?.Contains(":federated-user/", StringComparison.Ordinal) == true)
        {
            return After(arn, '/');
        }

        return principalId?.Contains(':', StringComparison.Ordinal) == true ? After(principalId, ':') : null;
    }

    private static string? After(string text, char separator) => text[(text.LastIndexOf(separator) + 1)..] is { Length: > 0 } rest ? rest : null;
}
