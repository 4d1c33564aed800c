namespace OrgLens.Aws;

/// <summary>The services that are called, as their public models describe them.</summary>
public static class AwsServices
{
    /// <summary>AWS Account.</summary>
    public static readonly AwsService Account = new("Account", "account", AwsProtocol.RestJson, "2021-02-01")
    {
        Global = new AwsGlobalHome(),
    };

    /// <summary>AWS Certificate Manager.</summary>
    public static readonly AwsService Acm = new("ACM", "acm", AwsProtocol.Json11, "2015-12-08")
    {
        TargetPrefix = "CertificateManager",
        IsFipsInGovernment = true,
    };

    /// <summary>Amazon CloudWatch Application Signals.</summary>
    public static readonly AwsService ApplicationSignals = new("Application Signals", "application-signals", AwsProtocol.RestJson, "2024-04-15")
    {
        IsDualStackOnly = true,
    };

    /// <summary>Auto Scaling.</summary>
    public static readonly AwsService AutoScaling = new("Auto Scaling", "autoscaling", AwsProtocol.Query, "2011-01-01")
    {
        IsFipsInGovernment = true,
    };

    /// <summary>AWS Cost Explorer Service.</summary>
    public static readonly AwsService CostExplorer = new("Cost Explorer", "ce", AwsProtocol.Json11, "2017-10-25")
    {
        TargetPrefix = "AWSInsightsIndexService",
        Global = new AwsGlobalHome(),
    };

    /// <summary>Amazon CloudFront.</summary>
    public static readonly AwsService CloudFront = new("CloudFront", "cloudfront", AwsProtocol.RestXml, "2020-05-31")
    {
        Global = new AwsGlobalHome("cloudfront.amazonaws.com"),
    };

    /// <summary>AWS CloudTrail.</summary>
    public static readonly AwsService CloudTrail = new("CloudTrail", "cloudtrail", AwsProtocol.Json11, "2013-11-01")
    {
        TargetPrefix = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
        IsFipsInGovernment = true,
    };

    /// <summary>AWS Compute Optimizer.</summary>
    public static readonly AwsService ComputeOptimizer = new("Compute Optimizer", "compute-optimizer", AwsProtocol.Json10, "2019-11-01")
    {
        TargetPrefix = "ComputeOptimizerService",
    };

    /// <summary>AWS Config.</summary>
    public static readonly AwsService Config = new("Config Service", "config", AwsProtocol.Json11, "2014-11-12")
    {
        TargetPrefix = "StarlingDoveService",
        IsFipsInGovernment = true,
    };

    /// <summary>Amazon DynamoDB.</summary>
    public static readonly AwsService DynamoDb = new("DynamoDB", "dynamodb", AwsProtocol.Json10, "2012-08-10")
    {
        TargetPrefix = "DynamoDB_20120810",
        IsFipsInGovernment = true,
    };

    /// <summary>Amazon Elastic Compute Cloud.</summary>
    public static readonly AwsService Ec2 = new("EC2", "ec2", AwsProtocol.Ec2, "2016-11-15")
    {
        IsFipsInGovernment = true,
    };

    /// <summary>Amazon EC2 Container Service.</summary>
    public static readonly AwsService Ecs = new("ECS", "ecs", AwsProtocol.Json11, "2014-11-13")
    {
        TargetPrefix = "AmazonEC2ContainerServiceV20141113",
    };

    /// <summary>Amazon Elastic Kubernetes Service.</summary>
    public static readonly AwsService Eks = new("EKS", "eks", AwsProtocol.RestJson, "2017-11-01")
    {
        FipsPrefix = "fips.eks",
        IsFipsInGovernment = true,
    };

    /// <summary>Elastic Load Balancing.</summary>
    public static readonly AwsService ElasticLoadBalancing = new("Elastic Load Balancing", "elasticloadbalancing", AwsProtocol.Query, "2012-06-01")
    {
        IsFipsInGovernment = true,
    };

    /// <summary>Elastic Load Balancing.</summary>
    public static readonly AwsService ElasticLoadBalancingV2 = new("Elastic Load Balancing v2", "elasticloadbalancing", AwsProtocol.Query, "2015-12-01")
    {
        IsFipsInGovernment = true,
    };

    /// <summary>Amazon EventBridge.</summary>
    public static readonly AwsService EventBridge = new("EventBridge", "events", AwsProtocol.Json11, "2015-10-07")
    {
        TargetPrefix = "AWSEvents",
        IsFipsInGovernment = true,
    };

    /// <summary>AWS Glue.</summary>
    public static readonly AwsService Glue = new("Glue", "glue", AwsProtocol.Json11, "2017-03-31")
    {
        TargetPrefix = "AWSGlue",
    };

    /// <summary>Amazon GuardDuty.</summary>
    public static readonly AwsService GuardDuty = new("GuardDuty", "guardduty", AwsProtocol.RestJson, "2017-11-28")
    {
        IsFipsInGovernment = true,
    };

    /// <summary>AWS Health APIs and Notifications.</summary>
    public static readonly AwsService Health = new("Health", "health", AwsProtocol.Json11, "2016-08-04")
    {
        TargetPrefix = "AWSHealth_20160804",
    };

    /// <summary>Inspector2.</summary>
    public static readonly AwsService Inspector = new("Inspector2", "inspector2", AwsProtocol.RestJson, "2020-06-08");

    /// <summary>AWS Key Management Service.</summary>
    public static readonly AwsService Kms = new("KMS", "kms", AwsProtocol.Json11, "2014-11-01")
    {
        TargetPrefix = "TrentService",
    };

    /// <summary>AWS Lambda.</summary>
    public static readonly AwsService Lambda = new("Lambda", "lambda", AwsProtocol.RestJson, "2015-03-31");

    /// <summary>AWS Marketplace Agreement Service.</summary>
    public static readonly AwsService MarketplaceAgreement = new("Marketplace Agreement", "agreement-marketplace", AwsProtocol.Json10, "2020-03-01")
    {
        SigningName = "aws-marketplace",
        IamPrefix = "aws-marketplace",
        TargetPrefix = "AWSMPCommerceService_v20200301",
    };

    /// <summary>AWS Organizations.</summary>
    public static readonly AwsService Organizations = new("Organizations", "organizations", AwsProtocol.Json11, "2016-11-28")
    {
        TargetPrefix = "AWSOrganizationsV20161128",
        Global = new AwsGlobalHome(),
        IsFipsInGovernment = true,
    };

    /// <summary>Amazon QuickSight.</summary>
    public static readonly AwsService QuickSight = new("QuickSight", "quicksight", AwsProtocol.RestJson, "2018-04-01");

    /// <summary>Amazon Relational Database Service.</summary>
    public static readonly AwsService Rds = new("RDS", "rds", AwsProtocol.Query, "2014-10-31")
    {
        IsFipsInGovernment = true,
    };

    /// <summary>AWS Resilience Hub.</summary>
    public static readonly AwsService ResilienceHub = new("resiliencehub", "resiliencehub", AwsProtocol.RestJson, "2020-04-30");

    /// <summary>AWS Resource Explorer.</summary>
    public static readonly AwsService ResourceExplorer = new("Resource Explorer 2", "resource-explorer-2", AwsProtocol.RestJson, "2022-07-28");

    /// <summary>Amazon Simple Storage Service.</summary>
    public static readonly AwsService S3 = new("S3", "s3", AwsProtocol.RestXml, "2006-03-01");

    /// <summary>AWS S3 Control.</summary>
    public static readonly AwsService S3Control = new("S3 Control", "s3-control", AwsProtocol.RestXml, "2018-08-20")
    {
        SigningName = "s3",
        IamPrefix = "s3",
    };

    /// <summary>AWS Savings Plans.</summary>
    public static readonly AwsService SavingsPlans = new("savingsplans", "savingsplans", AwsProtocol.RestJson, "2019-06-28")
    {
        Global = new AwsGlobalHome("savingsplans.amazonaws.com", China: null),
    };

    /// <summary>AWS Secrets Manager.</summary>
    public static readonly AwsService SecretsManager = new("Secrets Manager", "secretsmanager", AwsProtocol.Json11, "2017-10-17")
    {
        TargetPrefix = "secretsmanager",
    };

    /// <summary>AWS SecurityHub.</summary>
    public static readonly AwsService SecurityHub = new("SecurityHub", "securityhub", AwsProtocol.RestJson, "2018-10-26");

    /// <summary>Amazon Simple Systems Manager (SSM).</summary>
    public static readonly AwsService Ssm = new("SSM", "ssm", AwsProtocol.Json11, "2014-11-06")
    {
        TargetPrefix = "AmazonSSM",
        IsFipsInGovernment = true,
    };

    /// <summary>AWS Security Token Service.</summary>
    public static readonly AwsService Sts = new("STS", "sts", AwsProtocol.Query, "2011-06-15")
    {
        IsFipsInGovernment = true,
    };

    /// <summary>AWS Support.</summary>
    public static readonly AwsService Support = new("Support", "support", AwsProtocol.Json11, "2013-04-15")
    {
        TargetPrefix = "AWSSupport_20130415",
        Global = new AwsGlobalHome(China: "cn-north-1"),
        IsFipsInGovernment = true,
    };

    /// <summary>AWS Resource Groups Tagging API.</summary>
    public static readonly AwsService Tagging = new("Resource Groups Tagging API", "tagging", AwsProtocol.Json11, "2017-01-26")
    {
        IamPrefix = "tag",
        TargetPrefix = "ResourceGroupsTaggingAPI_20170126",
    };

    /// <summary>AWS WAFV2.</summary>
    public static readonly AwsService WafV2 = new("WAFV2", "wafv2", AwsProtocol.Json11, "2019-07-29")
    {
        TargetPrefix = "AWSWAF_20190729",
    };
}
