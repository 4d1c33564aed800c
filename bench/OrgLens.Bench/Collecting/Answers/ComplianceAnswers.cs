namespace OrgLens.Bench.Collecting.Answers;

/// <summary>Config, and the managed nodes' inventory.</summary>
internal static class ComplianceAnswers
{
    public static readonly IReadOnlyDictionary<string, AnswerText> All = new Dictionary<string, AnswerText>
    {
        ["Config Service:DescribeComplianceByConfigRule"] = new("""{"ComplianceByConfigRules":[*{"ConfigRuleName":"rule-{id}","Compliance":{"ComplianceType":"{verdict}"}}*]}"""),
        ["Config Service:DescribeConformancePacks"] = new(
            """
            {"ConformancePackDetails":[*{"ConformancePackName":"pack-{id}","ConformancePackArn":"arn:aws:config:{region}:{account}:conformance-pack/pack-{id}/x",
            "ConformancePackId":"conformance-pack-{id}","ConformancePackInputParameters":[]}*]}
            """,
            PerPage: 1),
        ["Config Service:DescribeConformancePackCompliance"] = new(
            """
            {"ConformancePackName":"pack","ConformancePackRuleComplianceList":[*{"ConfigRuleName":"rule-{id}","ComplianceType":"{verdict}","Controls":[]}*]}
            """),
        ["Config Service:GetComplianceDetailsByConfigRule"] = new(
            """
            {"EvaluationResults":[*{"EvaluationResultIdentifier":{"EvaluationResultQualifier":{"ConfigRuleName":"rule","ResourceType":"AWS::S3::Bucket","ResourceId":"bucket-{id}",
            "EvaluationMode":"DETECTIVE"},"OrderingTimestamp":{epoch}},"ComplianceType":"NON_COMPLIANT","ResultRecordedTime":{epoch},"ConfigRuleInvokedTime":{epoch},
            "Annotation":"The bucket allows something that the rule forbids."}*]}
            """),
        ["Config Service:DescribeConfigurationRecorderStatus"] = new("""{"ConfigurationRecordersStatus":[{"name":"default","recording":true,"lastStatus":"Success"}]}"""),
        ["Config Service:SelectResourceConfig"] = new(
            """
            {"Results":[*"{\"resourceId\":\"i-{id}\",\"resourceType\":\"AWS::EC2::Instance\",\"availabilityZone\":\"{region}a\",\"resourceCreationTime\":\"{instant}\",\"configuration\":{\"state\":{\"name\":\"running\"},\"instanceType\":\"m7g.large\",\"vpcId\":\"vpc-1\"}}"*],
            "QueryInfo":{"SelectFields":[{"Name":"resourceId"}]}}
            """),
        ["SSM:DescribeInstanceInformation"] = new(
            """
            {"InstanceInformationList":[*{"InstanceId":"i-{id}","PingStatus":"Online","LastPingDateTime":{epoch},"AgentVersion":"3.3.987.0","IsLatestVersion":true,
            "PlatformType":"Linux","PlatformName":"Amazon Linux","PlatformVersion":"2023","ResourceType":"EC2Instance","IPAddress":"10.0.0.7",
            "ComputerName":"ip-10-0-0-7.{region}.compute.internal","AssociationStatus":"Success","LastAssociationExecutionDate":{epoch},
            "LastSuccessfulAssociationExecutionDate":{epoch}}*]}
            """),
        ["SSM:DescribeInstancePatches"] = new(
            """
            {"Patches":[*{"Title":"kernel-{id}.x86_64","KBId":"kernel.x86_64","Classification":"Security","Severity":"Important","State":"MISSING","InstalledTime":0.0}*]}
            """),
        ["SSM:GetInventory"] = new(
            """
            {"Entities":[*{"Id":"i-{id}","Data":{"AWS:Application":{"TypeName":"AWS:Application","SchemaVersion":"1.1","CaptureTime":"{instant}","Content":[
            {"Name":"openssl","Version":"3.0.8","Publisher":"Amazon","Architecture":"x86_64","ApplicationType":"System","InstalledTime":"{instant}"},
            {"Name":"python3","Version":"3.9.16","Publisher":"Amazon","Architecture":"x86_64","ApplicationType":"System","InstalledTime":"{instant}"}]}}}*]}
            """),
    };
}
