using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Activity;

/// <summary>The lives of databases and functions. Their names are used again: the next one of a name comes on the day after the last one went.</summary>
internal static class PlatformActivity
{
    public static IEnumerable<TrailCall> On(RegionEstate estate, DateOnly day) => Databases(estate, day).Concat(Functions(estate, day));

    private static IEnumerable<TrailCall> Databases(RegionEstate estate, DateOnly day)
    {
        var after = estate.Storage.Databases(day.AddDays(1)).Select(database => (database.Id, database.Since)).ToHashSet();
        foreach (var database in estate.Storage.Databases(day))
        {
            if (database.Since == day)
            {
                yield return Call(day.Midnight().AddHours(6).AddMinutes(55), "CreateDBInstance", database, "creating", estate);
            }
            else if (database.Status == "modifying")
            {
                yield return Call(day.Midnight().AddHours(6).AddMinutes(50), "ModifyDBInstance", database, "available", estate);
            }

            if (!after.Contains((database.Id, database.Since)))
            {
                yield return Call(day.Midnight().AddHours(23).AddMinutes(30), "DeleteDBInstance", database, "deleting", estate);
            }
        }
    }

    private static TrailCall Call(DateTimeOffset at, string operation, Estate.Database database, string status, RegionEstate estate) =>
        new(at, "rds", operation, TrailCaller.Pipeline)
        {
            Request = new JsonObject
            {
                ["dBInstanceIdentifier"] = database.Id,
                ["dBInstanceClass"] = operation == "DeleteDBInstance" ? null : database.Class,
                ["engine"] = operation == "CreateDBInstance" ? database.Engine : null,
                ["masterUserPassword"] = operation == "CreateDBInstance" ? "HIDDEN_DUE_TO_SECURITY_REASONS" : null,
            },
            Response = new JsonObject
            {
                ["dBInstanceIdentifier"] = database.Id,
                ["dBInstanceArn"] = estate.Arn("rds", "db:" + database.Id),
                ["dBInstanceClass"] = database.Class,
                ["dBInstanceStatus"] = status,
                ["engine"] = database.Engine,
                ["multiAZ"] = database.IsMultiAz,
                ["availabilityZone"] = database.Zone,
                ["instanceCreateTime"] = operation == "CreateDBInstance"
                    ? null
                    : database.Since.Midnight().AddHours(7).ToString("MMM d, yyyy h:mm:ss tt", CultureInfo.InvariantCulture),
                ["dBSubnetGroup"] = new JsonObject { ["vpcId"] = estate.VpcId },
                ["tagList"] = new JsonArray([.. estate.Tags(database.Id).Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
            },
        };

    private static IEnumerable<TrailCall> Functions(RegionEstate estate, DateOnly day)
    {
        var after = estate.Compute.Functions(day.AddDays(1)).Select(function => (function.Name, function.ModifiedAt)).ToHashSet();
        foreach (var function in estate.Compute.Functions(day))
        {
            if (DateOnly.FromDateTime(function.ModifiedAt.UtcDateTime) == day)
            {
                yield return Create(estate, function);
            }

            if (!after.Contains((function.Name, function.ModifiedAt)))
            {
                yield return new TrailCall(day.Midnight().AddHours(23).AddMinutes(40), "lambda", "DeleteFunction20150331", TrailCaller.Pipeline)
                {
                    Request = new JsonObject { ["functionName"] = function.Name },
                };
            }
        }
    }

    private static TrailCall Create(RegionEstate estate, Function function)
    {
        var tags = new JsonObject([.. estate.Tags(function.Name).Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))]);
        return new TrailCall(function.ModifiedAt, "lambda", "CreateFunction20150331", TrailCaller.Pipeline)
        {
            Request = new JsonObject
            {
                ["functionName"] = function.Name,
                ["runtime"] = function.Runtime,
                ["memorySize"] = function.MemoryMiB,
                ["packageType"] = "Zip",
                ["tags"] = tags,
            },
            Response = new JsonObject
            {
                ["functionName"] = function.Name,
                ["functionArn"] = function.Arn,
                ["runtime"] = function.Runtime,
                ["memorySize"] = function.MemoryMiB,
                ["lastModified"] = function.ModifiedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
                ["version"] = "$LATEST",
                ["state"] = "Pending",
                ["packageType"] = "Zip",
                ["architectures"] = new JsonArray(function.Architecture),
            },
        };
    }
}
