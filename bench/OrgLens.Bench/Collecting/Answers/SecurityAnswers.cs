namespace OrgLens.Bench.Collecting.Answers;

/// <summary>Findings, keys, secrets, certificates, trails and web ACLs.</summary>
internal static class SecurityAnswers
{
    public static readonly IReadOnlyDictionary<string, AnswerText> All = new Dictionary<string, AnswerText>
    {
        ["SecurityHub:GetFindings"] = new(
            """
            {"Findings":[*{"SchemaVersion":"2018-10-08","Id":"arn:aws:securityhub:{region}:{account}:subscription/cis/{state}/finding/{id}",
            "ProductArn":"arn:aws:securityhub:{region}::product/aws/securityhub","ProductName":"Security Hub","CompanyName":"AWS","Region":"{region}",
            "GeneratorId":"security-control/S3.8","AwsAccountId":"{account}","CreatedAt":"{instant}","UpdatedAt":"{instant}","Severity":{"Label":"HIGH"},
            "Title":"S3 general purpose buckets should block public access","Description":"This control checks whether a bucket blocks public access.",
            "Remediation":{"Recommendation":{"Text":"For information on how to correct this issue, consult the documentation."}},
            "Resources":[{"Type":"AwsS3Bucket","Id":"arn:aws:s3:::bucket-{id}","Region":"{region}"}],"Compliance":{"Status":"FAILED"},"WorkflowState":"NEW",
            "Workflow":{"Status":"NEW"},"RecordState":"{state}"}*]}
            """),
        ["GuardDuty:ListDetectors"] = new("""{"detectorIds":["12abc34d567e8fa901bc2d34e56789f0"]}"""),
        ["GuardDuty:ListFindings"] = new("""{"findingIds":[*"{id}"*]}"""),
        ["GuardDuty:GetFindings"] = new(
            """
            {"findings":[*{"id":"{id}","accountId":"{account}","arn":"arn:aws:guardduty:{region}:{account}:detector/x/finding/{id}","region":"{region}",
            "schemaVersion":"2.0","type":"Recon:EC2/PortProbeUnprotectedPort","severity":2,"title":"Unprotected port is being probed","description":"An instance is being probed.",
            "createdAt":"{instant}","updatedAt":"{instant}","resource":{"resourceType":"Instance"}}*]}
            """),
        ["KMS:ListKeys"] = new("""{"Keys":[*{"KeyId":"{id}","KeyArn":"arn:aws:kms:{region}:{account}:key/{id}"}*]}"""),
        ["KMS:DescribeKey"] = new(
            """{"KeyMetadata":{"KeyId":"key","Description":"Application data","KeyUsage":"ENCRYPT_DECRYPT","KeyState":"Enabled","CreationDate":{epoch},"Enabled":true}}"""),
        ["KMS:GetKeyRotationStatus"] = new("""{"KeyRotationEnabled":true}"""),
        ["WAFV2:ListWebACLs"] = new(
            """{"WebACLs":[*{"Name":"acl-{id}","Id":"{id}","Description":"","LockToken":"token","ARN":"arn:aws:wafv2:{region}:{account}:regional/webacl/acl-{id}/{id}"}*]}""",
            PerPage: 1),
        ["WAFV2:GetWebACL"] = new(
            """
            {"LockToken":"token","WebACL":{"Name":"acl","Id":"acl","ARN":"arn:aws:wafv2:{region}:{account}:regional/webacl/acl/acl","DefaultAction":{"Allow":{}},"Capacity":702,
            "VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"acl"},
            "Rules":[{"Name":"common","Priority":1,"OverrideAction":{"None":{}},"Statement":{"ManagedRuleGroupStatement":{"VendorName":"AWS","Name":"AWSManagedRulesCommonRuleSet"}},
            "VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"common"}},
            {"Name":"rate","Priority":2,"Action":{"Block":{}},"Statement":{"RateBasedStatement":{"Limit":2000,"AggregateKeyType":"IP"}},
            "VisibilityConfig":{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":true,"MetricName":"rate"}}]}}
            """),
        ["WAFV2:GetLoggingConfiguration"] = new(
            """
            {"LoggingConfiguration":{"ResourceArn":"arn:aws:wafv2:{region}:{account}:regional/webacl/acl/acl",
            "LogDestinationConfigs":["arn:aws:s3:::aws-waf-logs-bench"]}}
            """),
        ["WAFV2:ListTagsForResource"] = new("""{"TagInfoForResource":{"ResourceARN":"arn:aws:wafv2:{region}:{account}:x","TagList":[*{"Key":"{id}","Value":"x"}*]}}""", PerPage: 1),
        ["WAFV2:ListResourcesForWebACL"] = new("""{"ResourceArns":[]}"""),
        ["CloudFront:ListDistributionsByWebACLId"] = new(
            """
            <DistributionList><Marker/><MaxItems>100</MaxItems><Quantity>1</Quantity><Items>[*<DistributionSummary><Id>{id}</Id>
            <ARN>arn:aws:cloudfront::{account}:distribution/{id}</ARN><Status>Deployed</Status><LastModifiedTime>{instant}</LastModifiedTime>
            <DomainName>{id}.cloudfront.net</DomainName><Aliases><Quantity>0</Quantity></Aliases><Origins><Quantity>0</Quantity><Items/></Origins>
            <DefaultCacheBehavior><TargetOriginId>origin</TargetOriginId><ViewerProtocolPolicy>https-only</ViewerProtocolPolicy></DefaultCacheBehavior>
            <CacheBehaviors><Quantity>0</Quantity></CacheBehaviors><CustomErrorResponses><Quantity>0</Quantity></CustomErrorResponses><Comment/>
            <PriceClass>PriceClass_All</PriceClass><Enabled>true</Enabled><ViewerCertificate/>
            <Restrictions><GeoRestriction><RestrictionType>none</RestrictionType><Quantity>0</Quantity></GeoRestriction></Restrictions>
            <WebACLId>arn:aws:wafv2:{region}:{account}:global/webacl/acl/acl</WebACLId><HttpVersion>http2</HttpVersion><IsIPV6Enabled>true</IsIPV6Enabled>
            <Staging>false</Staging></DistributionSummary>*]</Items></DistributionList>
            """,
            PerPage: 1),
        ["CloudTrail:DescribeTrails"] = new(
            """
            {"trailList":[{"Name":"management","S3BucketName":"trail-bench","IncludeGlobalServiceEvents":true,"IsMultiRegionTrail":true,"HomeRegion":"us-east-1",
            "TrailARN":"arn:aws:cloudtrail:us-east-1:{account}:trail/management","LogFileValidationEnabled":true,"IsOrganizationTrail":false}]}
            """),
        ["CloudTrail:GetTrailStatus"] = new("""{"IsLogging":true,"LatestDeliveryTime":{epoch},"StartLoggingTime":1706774400}"""),
        ["CloudTrail:LookupEvents"] = new("""{"Events":[*{"EventId":"{id}","EventName":"DescribeInstances","EventTime":{epoch},"EventSource":"ec2.amazonaws.com"}*]}"""),
        ["Secrets Manager:ListSecrets"] = new(
            """
            {"SecretList":[*{"ARN":"arn:aws:secretsmanager:{region}:{account}:secret:app/{id}-AbCdEf","Name":"app/{id}","Description":"Credentials","CreatedDate":{epoch},
            "LastChangedDate":{epoch},"LastAccessedDate":{epoch},"RotationEnabled":true,"Tags":[{"Key":"team","Value":"shop"}]}*]}
            """),
        ["ACM:ListCertificates"] = new(
            """
            {"CertificateSummaryList":[*{"CertificateArn":"arn:aws:acm:{region}:{account}:certificate/{id}","DomainName":"{id}.example.com","Status":"ISSUED","Type":"AMAZON_ISSUED",
            "KeyAlgorithm":"RSA_2048"}*]}
            """),
        ["ACM:DescribeCertificate"] = new(
            """
            {"Certificate":{"CertificateArn":"arn:aws:acm:{region}:{account}:certificate/x","DomainName":"www.example.com","SubjectAlternativeNames":["www.example.com","example.com"],
            "Status":"ISSUED","Type":"AMAZON_ISSUED","KeyAlgorithm":"RSA_2048","SignatureAlgorithm":"SHA256WITHRSA","CreatedAt":{epoch},"IssuedAt":{epoch},"NotBefore":{epoch},
            "NotAfter":1893456000,"RenewalEligibility":"ELIGIBLE","KeyUsages":[{"Name":"DIGITAL_SIGNATURE"}],
            "ExtendedKeyUsages":[{"Name":"TLS_WEB_SERVER_AUTHENTICATION","OID":"1.3.6.1.5.5.7.3.1"}]}}
            """),
        ["Inspector2:ListFindings"] = new(
            """
            {"findings":[*{"findingArn":"arn:aws:inspector2:{region}:{account}:finding/{id}","awsAccountId":"{account}","type":"PACKAGE_VULNERABILITY","severity":"HIGH",
            "status":"ACTIVE","title":"CVE-2026-0001 - openssl","description":"A flaw was found in the library.","firstObservedAt":{epoch},"lastObservedAt":{epoch},
            "updatedAt":{epoch},"remediation":{},"resources":[{"type":"AWS_EC2_INSTANCE","id":"i-{id}"}]}*]}
            """),
    };
}
