using OrgLens.Local.Simulation.Api.Protocols;

namespace OrgLens.Local.Simulation.Api;

/// <summary>Refusals that every service words alike.</summary>
internal static class Refusal
{
    /// <summary>No policy of the caller allows the action.</summary>
    public static ApiException ByPolicy(ApiCall call) => Denied(call, $"because no identity-based policy allows the {call.Action} action");

    /// <summary>A service control policy forbids the action.</summary>
    public static ApiException ByScp(ApiCall call) => Denied(call, "with an explicit deny in a service control policy");

    /// <summary>The caller asks too often.</summary>
    public static ApiException Throttled(ApiCall call) =>
        new(call.Service.ThrottledCode ?? call.Service.Protocol.ThrottledCode, call.Service.Protocol is Ec2Protocol ? "Request limit exceeded." : "Rate exceeded");

    /// <summary>The credentials mean nothing here: the Region is not enabled, or the account is no more.</summary>
    public static ApiException UnknownCaller(ApiCall call) => new(
        call.Service.Protocol.UnknownCallerCode,
        call.Service.Protocol is Ec2Protocol ? "AWS was not able to validate the provided access credentials" : "The security token included in the request is invalid.");

    private static ApiException Denied(ApiCall call, string reason)
    {
        var text = $"User: {call.Caller.Arn} is not authorized to perform: {call.Action} {reason}";
        return new ApiException(call.Service.Protocol.DeniedCode, call.Service.Protocol is Ec2Protocol ? "You are not authorized to perform this operation. " + text : text);
    }
}
