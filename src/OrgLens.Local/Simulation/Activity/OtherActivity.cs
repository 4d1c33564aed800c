using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Activity;

/// <summary>What nobody asks a trail for, and what was refused: most of a trail.</summary>
internal static class OtherActivity
{
    // These have lives of their own (ComputeActivity, PlatformActivity).
    private static readonly HashSet<string> Lives = ["RunInstances", "CreateTags", "UpdateFunctionCode", "ModifyDBInstance"];

    public static IEnumerable<TrailCall> On(RegionEstate estate, DateOnly day)
    {
        foreach (var done in ActivityLog.On(estate, day).Where(done => !Lives.Contains(done.Name)))
        {
            yield return new TrailCall(done.At, done.Source.Split('.')[0], done.Name, TrailCaller.Person(done.User))
            {
                Id = done.Id,
                IsReadOnly = done.IsReadOnly,
                Request = done.ResourceName is null ? null : new JsonObject { ["bucketName"] = done.ResourceName },
            };
        }

        var draw = estate.Stream.Child("refused").Child(day.DayNumber);
        if (draw.Chance(0.3))
        {
            yield return new TrailCall(day.Midnight().AddHours(10).AddSeconds(draw.Int(0, 3600)), "ec2", "RunInstances", TrailCaller.Person("mallory"))
            {
                Request = new JsonObject { ["instanceType"] = "p5.48xlarge", ["instancesSet"] = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["minCount"] = 1, ["maxCount"] = 8 }) } },
                Error = ("Client.UnauthorizedOperation", "You are not authorized to perform this operation."),
            };
        }

        if (draw.Chance(0.1))
        {
            yield return new TrailCall(day.Midnight().AddHours(11).AddSeconds(draw.Int(0, 3600)), "rds", "DeleteDBInstance", TrailCaller.Pipeline)
            {
                Request = new JsonObject { ["dBInstanceIdentifier"] = "gone-long-ago", ["skipFinalSnapshot"] = true },
                Error = ("DBInstanceNotFoundFault", "DBInstance gone-long-ago not found."),
            };
        }
    }
}
