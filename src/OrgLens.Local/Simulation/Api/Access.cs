using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Api;

/// <summary>What an account may not do: its policies, its Regions, its outages of the day.</summary>
internal static class Access
{
    /// <summary>Why a call is refused; null when it is not.</summary>
    public static ApiException? Refuse(ApiCall call)
    {
        var regions = RegionAccess.Of(call.Account);
        if (!regions.IsEnabled(call.Region))
        {
            return Refusal.UnknownCaller(call);
        }

        // Who one is nobody can be kept from asking, whatever a policy says.
        if (regions.IsForbidden(call.Region) && call.Action != "sts:GetCallerIdentity")
        {
            return Refusal.ByScp(call);
        }

        var outage = Outage.Of(call.Estate ?? call.Home, call.Today).FirstOrDefault(outage => outage.Hits(call.Service.IamPrefix, call.Operation.Name));
        return outage?.Code switch
        {
            null => null,
            "AccessDeniedException" when outage.IsPolicy => Refusal.ByPolicy(call),
            "ThrottlingException" => Refusal.Throttled(call),
            _ => new ApiException(outage.Code, string.Format(null, outage.Message, call.Account.Id)),
        };
    }
}
