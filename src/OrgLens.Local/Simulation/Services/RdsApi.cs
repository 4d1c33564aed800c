using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>Amazon RDS: instances and reservations.</summary>
internal static class RdsApi
{
    public static ApiService Service { get; } = new("rds", ApiProtocol.Query,
    [
        ApiOperation.Paged("DescribeDBInstances", ["DBInstanceIdentifier", "Filters", "MaxRecords", "Marker"], Pages("DBInstances"), Instances),
        ApiOperation.Paged(
            "DescribeReservedDBInstances",
            ["ReservedDBInstanceId", "ReservedDBInstancesOfferingId", "DBInstanceClass", "Duration", "ProductDescription", "OfferingType", "MultiAZ", "LeaseId", "Filters", "MaxRecords", "Marker"],
            Pages("ReservedDBInstances"), Reservations),
    ])
    {
        Version = "2014-10-31",
        Namespace = "http://rds.amazonaws.com/doc/2014-10-31/",
        BadInput = "InvalidParameterValue",
        ItemNames = new Dictionary<string, string>
        {
            ["DBInstances"] = "DBInstance",
            ["ReservedDBInstances"] = "ReservedDBInstance",
            ["RecurringCharges"] = "RecurringCharge",
            ["VpcSecurityGroups"] = "VpcSecurityGroupMembership",
            ["TagList"] = "Tag",
        },
    };

    private static ApiPaging Pages(string items) => new(items) { TokenIn = "Marker", TokenOut = "Marker", Limit = "MaxRecords", Minimum = 20 };

    private static IEnumerable<JsonNode?> Instances(ApiCall call)
    {
        var wanted = call.Input.Text("DBInstanceIdentifier");
        var found = call.Estate is { } estate ? estate.Storage.Databases(call.Today).Where(database => wanted is null || database.Id == wanted).Select(database => Describe(estate, database)).ToList() : [];
        return wanted is not null && found.Count == 0
            ? throw new ApiException("DBInstanceNotFound", $"DBInstance {wanted} not found.") { Status = 404 }
            : found;
    }

    private static JsonObject Describe(RegionEstate estate, Estate.Database database)
    {
        var draw = estate.Stream.Child("database-settings").Child(database.Id);
        return new JsonObject
        {
            ["DBInstanceIdentifier"] = database.Id,
            ["DBInstanceClass"] = database.Class,
            ["Engine"] = database.Engine,
            ["DBInstanceStatus"] = database.Status,
            ["MasterUsername"] = "admin",
            ["Endpoint"] = new JsonObject { ["Address"] = $"{database.Id}.{draw.Hex(12)}.{estate.Region}.rds.amazonaws.com", ["Port"] = database.Engine.Contains("mysql", StringComparison.Ordinal) ? 3306 : 5432 },
            ["AllocatedStorage"] = draw.Pick([20, 100, 200, 500]),
            ["InstanceCreateTime"] = Wire.Iso(database.Since.Midnight().AddHours(7)),
            ["BackupRetentionPeriod"] = draw.Pick([1, 7, 14]),
            ["VpcSecurityGroups"] = Wire.List([new JsonObject { ["VpcSecurityGroupId"] = "sg-" + draw.Hex(17), ["Status"] = "active" }]),
            ["AvailabilityZone"] = database.Zone,
            ["DBSubnetGroup"] = new JsonObject { ["DBSubnetGroupName"] = "private", ["VpcId"] = estate.VpcId, ["SubnetGroupStatus"] = "Complete" },
            ["MultiAZ"] = database.IsMultiAz,
            ["EngineVersion"] = database.Engine switch { "sqlserver-se" => "16.00.4165.4.v1", "mysql" => "8.0.40", "aurora-mysql" => "8.0.mysql_aurora.3.08.0", _ => "16.6" },
            ["AutoMinorVersionUpgrade"] = draw.Chance(0.7),
            ["PubliclyAccessible"] = draw.Chance(0.1),
            ["StorageType"] = "gp3",
            ["StorageEncrypted"] = draw.Chance(0.85),
            ["DbiResourceId"] = "db-" + draw.Hex(26).ToUpperInvariant(),
            ["DBInstanceArn"] = estate.Arn("rds", "db:" + database.Id),
            ["DeletionProtection"] = draw.Chance(0.5),
            ["TagList"] = Wire.Tags(estate.Tags(database.Id)),
        };
    }

    private static IEnumerable<JsonNode?> Reservations(ApiCall call)
    {
        var wanted = call.Input.Text("ReservedDBInstanceId");
        return call.Estate is not { } estate ? [] : Commitments.Reservations(estate).Where(reservation => reservation.IsDatabase && (wanted is null || wanted == reservation.Id)).Select(reservation => new JsonObject
        {
            ["ReservedDBInstanceId"] = reservation.Id,
            ["ReservedDBInstancesOfferingId"] = estate.Stream.Child("rds-offering").Uuid(),
            ["DBInstanceClass"] = reservation.InstanceType,
            ["StartTime"] = Wire.Iso(reservation.StartsAt),
            ["Duration"] = Commitments.YearInSeconds,
            ["FixedPrice"] = reservation.Upfront,
            ["UsagePrice"] = 0.0,
            ["CurrencyCode"] = "USD",
            ["DBInstanceCount"] = reservation.Count,
            ["ProductDescription"] = "postgresql",
            ["OfferingType"] = reservation.Offering,
            ["MultiAZ"] = false,
            ["State"] = "active",
            ["RecurringCharges"] = reservation.Recurring > 0
                ? Wire.List([new JsonObject { ["RecurringChargeAmount"] = reservation.Recurring, ["RecurringChargeFrequency"] = "Hourly" }])
                : new JsonArray(),
            ["ReservedDBInstanceArn"] = estate.Arn("rds", "ri:" + reservation.Id),
        });
    }
}
