using OrgLens.Audit.Trail;

namespace OrgLens.Bench.Auditing;

/// <summary>Records of EC2: lives of instances, one after the other in time, four calls each.</summary>
internal static class AssetRecords
{
    /// <summary>So many records of as many instances as they make, all first calls before all second ones and so on, as they would come.</summary>
    public static IReadOnlyList<TrailRecord> Make(int count)
    {
        var instances = count / 4;
        return [.. Enumerable.Range(0, count).Select(index => Record(index, index % instances, index / instances))];
    }

    private static TrailRecord Record(int index, int instance, int turn)
    {
        var id = $"i-{instance:x17}";
        var (name, members) = turn switch
        {
            0 => ("RunInstances", $$$"""
                "requestParameters":{"instancesSet":{"items":[{"minCount":1,"maxCount":1}]},"launchTemplate":{"launchTemplateId":"lt-1","version":"7"}},
                "responseElements":{"instancesSet":{"items":[{"instanceId":"{{{id}}}","imageId":"ami-1","instanceState":{"code":0,"name":"pending"},"instanceType":"m7g.large","launchTime":1767225600000,
                "placement":{"availabilityZone":"us-east-1b"},"subnetId":"subnet-1","vpcId":"vpc-1","privateIpAddress":"10.1.2.3","tagSet":{"items":[{"key":"Name","value":"web"},{"key":"Team","value":"shop"}]}}]}}
                """),
            1 => ("CreateTags", $$$"""
                "requestParameters":{"resourcesSet":{"items":[{"resourceId":"{{{id}}}"}]},"tagSet":{"items":[{"key":"Owner","value":"dana"},{"key":"Environment","value":"prod"}]}},"responseElements":{"_return":true}
                """),
            2 => ("StopInstances", States(id, "stopping")),
            _ => ("TerminateInstances", States(id, "shutting-down")),
        };
        return AuditRecord.Of(2, index, AuditRecord.Account(instance), "ec2", name, members);
    }

    private static string States(string id, string state) => $$$"""
        "requestParameters":{"instancesSet":{"items":[{"instanceId":"{{{id}}}"}]}},
        "responseElements":{"instancesSet":{"items":[{"instanceId":"{{{id}}}","currentState":{"code":1,"name":"{{{state}}}"},"previousState":{"code":16,"name":"running"}}]}}
        """;
}
