using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Usage;

/// <summary>Whose use an event is.</summary>
/// <param name="UserName">The caller's name as the record has it: a user's, or the session's of a role.</param>
/// <param name="QuickSightUser">The name under which QuickSight lists the user (<c>role/session</c> of a role); null where nobody is named.</param>
/// <param name="IsPerson">Whether somebody called; false of what QuickSight and other services do by themselves.</param>
internal sealed record UsagePerson(string? UserName, string? QuickSightUser, bool IsPerson)
{
    private const string QuickSight = "quicksight.amazonaws.com";

    /// <summary>Reads it from a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="request">Its request: a link to embed something is asked for by a program, for whoever will open it.</param>
    public static UsagePerson Of(TrailRecord record, UsageDetails request)
    {
        var actor = record.Actor;
        var name = actor.UserName ?? (actor.Type == "Root" ? "root" : null);
        if (actor.Type == "AWSService" || actor.InvokedBy == QuickSight)
        {
            return new UsagePerson(name, null, false);
        }

        var own = actor is { Type: "AssumedRole", UserName: { } session } && (actor.RoleName ?? RoleOf(actor.Arn)) is { } role ? $"{role}/{session}" : name;
        return new UsagePerson(name, record.EventName switch
        {
            "GenerateEmbedUrlForRegisteredUser" or "GenerateEmbedUrlForRegisteredUserWithIdentity" => UserOf(request.Text("userArn")) ?? own,
            "GenerateEmbedUrlForAnonymousUser" => null,
            "GetDashboardEmbedUrl" or "GetSessionEmbedUrl" => UserOf(request.Text("userArn")) ?? (request.Text("identityType") is "ANONYMOUS" ? null : own),
            _ => own,
        }, true);
    }

    // arn:aws:sts::111122223333:assumed-role/Role/session
    private static string? RoleOf(string? arn) => arn?.Split('/') is [_, var role, _] ? role : null;

    // arn:aws:quicksight:us-east-1:111122223333:user/default/Role/session
    private static string? UserOf(string? arn)
    {
        const string type = ":user/";
        var begin = arn?.IndexOf(type, StringComparison.Ordinal) ?? -1;
        var name = begin < 0 ? -1 : arn!.IndexOf('/', begin + type.Length);
        return name < 0 ? null : arn![(name + 1)..];
    }
}
