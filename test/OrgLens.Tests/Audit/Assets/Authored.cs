using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Assets;

/// <summary>Records as CloudTrail writes them, with invented values.</summary>
internal static class Authored
{
    public const string Account = "111122223333";
    public const string Region = "us-east-1";

    /// <summary>A record; request and answer as JSON.</summary>
    public static TrailRecord Record(
        string operation, string time, string request = "null", string response = "null", string details = "null", string account = Account, string? errorCode = null)
    {
        var (service, name) = (operation.Split('.')[0], operation.Split('.')[1]);
        var record = new JsonObject
        {
            ["eventVersion"] = "1.10",
            ["userIdentity"] = new JsonObject
            {
                ["type"] = "AssumedRole",
                ["arn"] = $"arn:aws:sts::{account}:assumed-role/Developer/jo",
                ["accountId"] = account,
                ["sessionContext"] = new JsonObject { ["sessionIssuer"] = new JsonObject { ["userName"] = "Developer" } },
            },
            ["eventTime"] = time,
            ["eventSource"] = $"{service}.amazonaws.com",
            ["eventName"] = name,
            ["awsRegion"] = Region,
            ["sourceIPAddress"] = "198.51.100.7",
            ["userAgent"] = "aws-cli/2.31.0",
            ["requestParameters"] = JsonNode.Parse(request),
            ["responseElements"] = JsonNode.Parse(response),
            ["eventID"] = Guid.NewGuid().ToString(),
            ["eventType"] = "AwsApiCall",
            ["recipientAccountId"] = account,
            ["serviceEventDetails"] = JsonNode.Parse(details),
        };
        if (errorCode is not null)
        {
            record["errorCode"] = errorCode;
        }

        return Read(record.ToJsonString());
    }

    public static TrailRecord Read(string json) => TrailRecord.Of(JsonElement.Parse(json));

    /// <summary>One instance's life in order: made, tagged, stopped, made larger, untagged, terminated.</summary>
    public static IReadOnlyList<TrailRecord> InstanceLife(string id, string account = Account) =>
    [
        Run("2026-03-02T10:00:00Z", id, account),
        Record("ec2.CreateTags", "2026-03-02T10:01:00Z", $$$"""{"resourcesSet":{"items":[{"resourceId":"{{{id}}}"}]},"tagSet":{"items":[{"key":"Owner","value":"jo"},{"key":"Team","value":"search"}]}}""", account: account),
        States("ec2.StopInstances", "2026-03-02T10:02:00Z", id, "stopping", account),
        Record("ec2.ModifyInstanceAttribute", "2026-03-02T10:03:00Z", $$$"""{"instanceId":"{{{id}}}","instanceType":{"value":"t3.large"}}""", """{"_return":true}""", account: account),
        Record("ec2.DeleteTags", "2026-03-02T10:04:00Z", $$$"""{"resourcesSet":{"items":[{"resourceId":"{{{id}}}"}]},"tagSet":{"items":[{"key":"Owner"}]}}""", account: account),
        States("ec2.TerminateInstances", "2026-03-02T10:05:00Z", id, "shutting-down", account),
    ];

    public static TrailRecord Run(string time, string id, string account = Account) => Record(
        "ec2.RunInstances",
        time,
        """{"instancesSet":{"items":[{"minCount":1,"maxCount":1}]},"launchTemplate":{"launchTemplateId":"lt-1","version":"7"},"userData":"<sensitiveDataRemoved>"}""",
        $$$"""
        {"instancesSet":{"items":[{"instanceId":"{{{id}}}","imageId":"ami-1","instanceState":{"code":0,"name":"pending"},"instanceType":"t3.micro",
          "launchTime":1772445600000,"placement":{"availabilityZone":"us-east-1a"},"subnetId":"subnet-1","vpcId":"vpc-1","privateIpAddress":"10.0.0.4",
          "tagSet":{"items":[{"key":"Name","value":"web"},{"key":"Team","value":"shop"}]}}]}}
        """,
        account: account);

    public static TrailRecord States(string operation, string time, string id, string state, string account = Account) => Record(
        operation,
        time,
        $$$"""{"instancesSet":{"items":[{"instanceId":"{{{id}}}"}]}}""",
        $$$"""{"instancesSet":{"items":[{"instanceId":"{{{id}}}","currentState":{"code":1,"name":"{{{state}}}"},"previousState":{"code":16,"name":"running"}}]}}""",
        account: account);

    /// <summary>A database's life in order; tags name it by its ARN alone.</summary>
    public static IReadOnlyList<TrailRecord> DatabaseLife(string name, string resourceId) =>
    [
        Record(
            "rds.CreateDBInstance",
            "2026-03-02T11:00:00Z",
            $$"""{"dBInstanceIdentifier":"{{name.ToUpperInvariant()}}","dBInstanceClass":"db.t3.micro","engine":"postgres","masterUserPassword":"HIDDEN_DUE_TO_SECURITY_REASONS","tags":[{"key":"Environment","value":"prod"}]}""",
            Database(name, resourceId, "creating", """[{"key":"Environment","value":"prod"}]""", null)),
        Record("rds.AddTagsToResource", "2026-03-02T11:01:00Z", $$"""{"resourceName":"{{DatabaseArn(name)}}","tags":[{"key":"Owner","value":"jo"},{"key":"Team","value":"shop"}]}"""),
        Record(
            "rds.ModifyDBInstance",
            "2026-03-02T11:02:00Z",
            $$"""{"dBInstanceIdentifier":"{{name}}","dBInstanceClass":"db.t3.small","applyImmediately":false}""",
            Database(name, resourceId, "available", """[{"key":"Environment","value":"prod"},{"key":"Owner","value":"jo"},{"key":"Team","value":"shop"}]""", "Mar 2, 2026 11:00:30 AM")),
        Record("rds.RemoveTagsFromResource", "2026-03-02T11:03:00Z", $$"""{"resourceName":"{{DatabaseArn(name)}}","tagKeys":["Owner"]}"""),
        Record(
            "rds.DeleteDBInstance",
            "2026-03-02T11:04:00Z",
            $$"""{"dBInstanceIdentifier":"{{name}}","skipFinalSnapshot":true}""",
            Database(name, resourceId, "deleting", """[{"key":"Environment","value":"prod"},{"key":"Team","value":"shop"}]""", "Mar 2, 2026 11:00:30 AM")),
    ];

    public static string DatabaseArn(string name) => $"arn:aws:rds:{Region}:{Account}:db:{name}";

    /// <summary>A function's life in order: made, changed, tagged, deleted, made again under its old name.</summary>
    public static IReadOnlyList<TrailRecord> FunctionLife(string name) =>
    [
        Record("lambda.CreateFunction20150331", "2026-03-02T12:00:00Z", $$$"""{"functionName":"{{{name}}}","tags":{"Team":"shop","Stage":"test"}}""", Function(name, "python3.12", 128)),
        Record("lambda.UpdateFunctionConfiguration20150331v2", "2026-03-02T12:01:00Z", $$"""{"functionName":"{{name}}","memorySize":512}""", Function(name, "python3.12", 512)),
        Record("lambda.TagResource20170331v2", "2026-03-02T12:02:00Z", $$"""{"resource":"{{FunctionArn(name)}}","tags":{"Owner":"jo"} }"""),
        Record("lambda.DeleteFunction20150331", "2026-03-02T12:03:00Z", $$"""{"functionName":"{{FunctionArn(name)}}"}"""),
        Record("lambda.CreateFunction20150331", "2026-03-02T12:04:00Z", $$"""{"functionName":"{{name}}","tags":{"Team":"web"} }""", Function(name, "dotnet10", 256)),
    ];

    public static string FunctionArn(string name) => $"arn:aws:lambda:{Region}:{Account}:function:{name}";

    private static string Function(string name, string runtime, int memory) =>
        $$"""
        {"functionName":"{{name}}","functionArn":"{{FunctionArn(name)}}","runtime":"{{runtime}}","role":"arn:aws:iam::111122223333:role/f","memorySize":{{memory}},"timeout":3,
         "state":"Pending","version":"$LATEST","packageType":"Zip","architectures":["arm64"],"environment":{},"vpcConfig":{"subnetIds":["subnet-1"],"vpcId":"vpc-1"} }
        """;

    private static string Database(string name, string resourceId, string state, string tags, string? createdAt) =>
        $$$"""
        {"dBInstanceIdentifier":"{{{name}}}","dBInstanceClass":"db.t3.micro","engine":"postgres","engineVersion":"17.4","dBInstanceStatus":"{{{state}}}","allocatedStorage":100,
         "multiAZ":true,"storageEncrypted":true,"dbiResourceId":"{{{resourceId}}}","dBInstanceArn":"{{{DatabaseArn(name)}}}","masterUsername":"root",
         "dBSubnetGroup":{"dBSubnetGroupName":"data","vpcId":"vpc-2"},"pendingModifiedValues":{"masterUserPassword":"****"},"tagList":{{{tags}}}{{{(createdAt is null ? string.Empty : $",\"instanceCreateTime\":\"{createdAt}\"")}}}}
        """;
}
