using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Activity;

/// <summary>A call that the trail notes.</summary>
/// <param name="At">When, to the second.</param>
/// <param name="Service">First part of the service's name, <c>ec2</c>.</param>
/// <param name="Name">The operation.</param>
/// <param name="Caller">Who called.</param>
internal sealed record TrailCall(DateTimeOffset At, string Service, string Name, TrailCaller Caller)
{
    public JsonNode? Request { get; init; }

    public JsonNode? Response { get; init; }

    /// <summary>Code and text of the failure; null when the call succeeded.</summary>
    public (string Code, string Message)? Error { get; init; }

    /// <summary>What a service event has instead of request and answer.</summary>
    public JsonObject? Details { get; init; }

    public bool IsReadOnly { get; init; }

    /// <summary>Its id, where it is known otherwise, too.</summary>
    public string? Id { get; init; }

    /// <summary>The record.</summary>
    public JsonObject Record(RegionEstate estate, SeededStream draw)
    {
        var record = new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = Caller.Identity(estate.Account),
            ["eventTime"] = At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["eventSource"] = Service + ".amazonaws.com",
            ["eventName"] = Name,
            ["awsRegion"] = estate.Region,
            ["sourceIPAddress"] = Caller.Address,
            ["userAgent"] = Caller.Address.Contains("amazonaws", StringComparison.Ordinal) ? Caller.Address : "aws-cli/2.31.0",
        };
        if (Error is var (code, message))
        {
            record["errorCode"] = code;
            record["errorMessage"] = message;
        }

        record["requestParameters"] = Request?.DeepClone();
        record["responseElements"] = Error is null ? Response?.DeepClone() : null;
        record["requestID"] = draw.Uuid();
        record["eventID"] = Id ?? draw.Uuid();
        record["readOnly"] = IsReadOnly;
        record["eventType"] = Details is null ? "AwsApiCall" : "AwsServiceEvent";
        record["managementEvent"] = true;
        record["recipientAccountId"] = estate.Account.Id;
        record["eventCategory"] = "Management";
        if (Details is not null)
        {
            record["serviceEventDetails"] = Details.DeepClone();
        }

        return record;
    }
}
