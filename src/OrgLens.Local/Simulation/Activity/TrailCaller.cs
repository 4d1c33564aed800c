using System.Text.Json.Nodes;

namespace OrgLens.Local.Simulation.Activity;

/// <summary>Who makes calls: a person or a pipeline in a role, a service, or a user whom only QuickSight knows.</summary>
internal sealed record TrailCaller
{
    private TrailCaller()
    {
    }

    private string? Role { get; init; }

    private string? User { get; init; }

    private string? Service { get; init; }

    /// <summary>Somebody who has signed in to a role.</summary>
    public static TrailCaller Person(string user) => new() { Role = "AWSReservedSSO_Engineer_0123456789abcdef", User = user + "@example.com" };

    /// <summary>What deploys.</summary>
    public static TrailCaller Pipeline { get; } = new() { Role = "Deploy", User = "pipeline" };

    /// <summary>A service of AWS by itself.</summary>
    public static TrailCaller Of(string service) => new() { Service = service };

    /// <summary>A user of QuickSight.</summary>
    public static TrailCaller Reader(string user) => new() { User = user };

    /// <summary>The address that the calls come from.</summary>
    public string Address => Service ?? "198.51.100.24";

    /// <summary>The member <c>userIdentity</c> of a record.</summary>
    public JsonObject Identity(SimulatedAccount account)
    {
        if (Service is not null)
        {
            return new JsonObject { ["type"] = "AWSService", ["invokedBy"] = Service };
        }

        if (Role is null)
        {
            return new JsonObject { ["type"] = "Unknown", ["principalId"] = account.Id, ["accountId"] = account.Id, ["userName"] = User };
        }

        var roleId = "AROA" + account.Stream.Child("role").Child(Role).Hex(17).ToUpperInvariant();
        return new JsonObject
        {
            ["type"] = "AssumedRole",
            ["principalId"] = $"{roleId}:{User}",
            ["arn"] = $"arn:aws:sts::{account.Id}:assumed-role/{Role}/{User}",
            ["accountId"] = account.Id,
            ["sessionContext"] = new JsonObject
            {
                ["sessionIssuer"] = new JsonObject
                {
                    ["type"] = "Role",
                    ["principalId"] = roleId,
                    ["arn"] = $"arn:aws:iam::{account.Id}:role/{Role}",
                    ["accountId"] = account.Id,
                    ["userName"] = Role,
                },
            },
        };
    }
}
