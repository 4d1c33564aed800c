using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Usage;

/// <summary>The users that an event is about, by the names under which QuickSight lists them.</summary>
/// <param name="Accepted">Those for whom it was done.</param>
/// <param name="Rejected">Those that were refused.</param>
internal sealed record UsageUsers(IReadOnlyList<string> Accepted, IReadOnlyList<string> Rejected)
{
    /// <summary>Reads them from a record.</summary>
    public static UsageUsers Of(TrailRecord record, UsageDetails request, UsageDetails answer) => record.EventName switch
    {
        // Names that it made users of are in one list of the answer, those it did not in the other.
        "BatchCreateUser" when answer.Names("validUsers") is var valid && answer.Names("invalidUsers") is var invalid && valid.Count + invalid.Count > 0 => new(valid, invalid),
        "BatchCreateUser" or "BatchResendUserInvite" or "UpdateDashboardAccess" or "UpdateAnalysisAccess" or "UpdateDataSourceAccess" => new(request.Names("users"), []),
        "RegisterUser" => One(record.Response.Text("user", "userName") ?? Registered(request)),
        "CreateGroupMembership" or "DeleteGroupMembership" => One(request.Text("memberName")),
        "CreateUser" or "UpdateUser" or "DeleteUser" => One(request.Text("userName")),
        _ => new([], []),
    };

    private static UsageUsers One(string? name) => new(name is null ? [] : [Listed(name)], []);

    // The console writes the colon of a principal between a role and its session, the list of users a slash.
    private static string Listed(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && !name.Contains('/', StringComparison.Ordinal) ? $"{name[..colon]}/{name[(colon + 1)..]}" : name;
    }

    private static string? Registered(UsageDetails request) =>
        request.Text("sessionName") is { } session && request.Text("iamArn") is { } role ? $"{role[(role.LastIndexOf('/') + 1)..]}/{session}" : request.Text("userName");
}
