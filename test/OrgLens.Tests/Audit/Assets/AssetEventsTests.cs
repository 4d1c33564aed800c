using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Assets;
using static OrgLens.Tests.Audit.Assets.Authored;

namespace OrgLens.Tests.Audit.Assets;

public sealed class AssetEventsTests
{
    private const string Time = "2026-03-02T10:00:00Z";

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Operation, request, answer, service details, and each event as kind, change, id, facts and tags: no password, user data, variable or code.</summary>
    public static TheoryData<string, string, string, string, string> Shapes => new()
    {
        { "ec2.RunInstances", "null", """{"instancesSet":{"items":[{"instanceId":"i-2","instanceType":"m7g.large","launchTime":1772445605000},{"instanceId":"i-1"}]}}""", "null", "Instance Created i-2 {'class':'m7g.large','created_at':'2026-03-02T10:00:05+00:00'} {} all; Instance Created i-1 {} {} all" },
        { "ec2.RunInstances", """{"tagSpecificationSet":{"items":[{"resourceType":"volume","tags":[{"key":"a","value":"v"}]},{"resourceType":"instance","tags":[{"key":"a","value":"i"}]}]}}""", """{"instancesSet":{"items":[{"instanceId":"i-1","blockDeviceMapping":{"items":[{"deviceName":"/dev/xvda","ebs":{"volumeId":"vol-1"}}]}}]}}""", "null", "Instance Created i-1 {} {'a':'i'} all; Volume Created vol-1 {'state':'in-use','attached_to':'i-1'} {'a':'v'} all" },
        { "ec2.RunInstances", "null", "\"<responseOmitted>\"", "null", "Instance Created - {} {}" },
        { "ec2.StartInstances", """{"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]}}""", """{"instancesSet":{"items":[{"instanceId":"i-2","currentState":{"name":"pending"}},{"instanceId":"i-1","currentState":{"name":"running"}}]}}""", "null", "Instance Changed i-2 {'state':'pending'} {}; Instance Changed i-1 {'state':'running'} {}" },
        { "ec2.StopInstances", """{"instancesSet":{"items":[{"instanceId":"i-1"}]},"force":false}""", "\"<responseOmitted>\"", "null", "Instance Changed i-1 {} {}" },
        { "ec2.RebootInstances", """{"instancesSet":{"items":[{"instanceId":"i-1"}]}}""", """{"_return":true}""", "null", "Instance Changed i-1 {} {}" },
        { "ec2.TerminateInstances", """{"instancesSet":{"items":[{"instanceId":"i-1"}]}}""", """{"instancesSet":{"items":[{"instanceId":"i-1","currentState":{"name":"shutting-down"}}]}}""", "null", "Instance Removed i-1 {'state':'terminated'} {}" },
        { "ec2.BidEvictedEvent", "null", "null", """{"instanceIdSet":["i-1","i-2"]}""", "Instance Removed i-1 {'state':'terminated'} {}; Instance Removed i-2 {'state':'terminated'} {}" },
        { "ec2.ModifyInstanceAttribute", """{"instanceId":"i-1","instanceType":{"value":"t3.large"}}""", """{"_return":true}""", "null", "Instance Changed i-1 {'class':'t3.large'} {}" },
        { "ec2.ModifyInstanceAttribute", """{"instanceId":"i-1","attribute":"instanceType","value":"t3.large"}""", """{"_return":true}""", "null", "Instance Changed i-1 {'class':'t3.large'} {}" },
        { "ec2.ModifyInstanceAttribute", """{"instanceId":"i-1","userData":"<sensitiveDataRemoved>"}""", """{"_return":true}""", "null", "Instance Changed i-1 {} {}" },
        { "ec2.ModifyInstanceAttribute", """{"instanceId":"i-1","disableApiTermination":{"value":true}}""", """{"_return":true}""", "null", "Instance Changed i-1 {'termination_protection':true} {}" },
        { "ec2.AssociateIamInstanceProfile", """{"AssociateIamInstanceProfileRequest":{"InstanceId":"i-1","IamInstanceProfile":{"Name":"p"}}}""", """{"AssociateIamInstanceProfileResponse":{"iamInstanceProfileAssociation":{"instanceId":"i-1","iamInstanceProfile":{"arn":"arn:p"}}}}""", "null", "Instance Changed i-1 {'instance_profile':'arn:p'} {}" },
        { "ec2.CreateVolume", """{"size":"8","zone":"us-east-1a"}""", """{"volumeId":"vol-1","size":"8","zone":"us-east-1a","status":"creating","createTime":1688991075000,"volumeType":"gp3","encrypted":true,"tagSet":{"items":[{"key":"Name","value":"data"}]}}""", "null", "Volume Created vol-1 {'state':'creating','class':'gp3','size_gb':8,'availability_zone':'us-east-1a','created_at':'2023-07-10T12:11:15+00:00','encrypted':true} {'Name':'data'} all" },
        { "ec2.ModifyVolume", """{"ModifyVolumeRequest":{"VolumeId":"vol-1","Size":16}}""", """{"ModifyVolumeResponse":{"volumeModification":{"volumeId":"vol-1","targetSize":16,"targetVolumeType":"io2","targetIops":4000}}}""", "null", "Volume Changed vol-1 {'class':'io2','size_gb':16,'iops':4000} {}" },
        { "ec2.AttachVolume", """{"volumeId":"vol-1","instanceId":"i-1","device":"/dev/sdf"}""", """{"volumeId":"vol-1","instanceId":"i-1","status":"attaching"}""", "null", "Volume Changed vol-1 {'state':'in-use','attached_to':'i-1'} {}" },
        { "ec2.DetachVolume", """{"volumeId":"vol-1"}""", """{"volumeId":"vol-1","status":"detaching"}""", "null", "Volume Changed vol-1 {'state':'available','attached_to':null} {}" },
        { "ec2.DeleteVolume", """{"volumeId":"vol-1"}""", """{"_return":true}""", "null", "Volume Removed vol-1 {'state':'deleted'} {}" },
        { "ec2.CreateTags", """{"resourcesSet":{"items":[{"resourceId":"ami-1"},{"resourceId":"i-1"},{"resourceId":"vol-1"}]},"tagSet":{"items":[{"key":"a","value":"b"},{"key":"empty"}]}}""", """{"_return":true}""", "null", "Instance Tagged i-1 {} {'a':'b','empty':''}; Volume Tagged vol-1 {} {'a':'b','empty':''}" },
        { "ec2.CreateTags", """{"resourcesSet":{"items":[{"resourceId":"ami-1"}]},"tagSet":{"items":[{"key":"a","value":"b"}]}}""", """{"_return":true}""", "null", "" },
        { "ec2.DeleteTags", """{"resourcesSet":{"items":[{"resourceId":"i-1"}]},"tagSet":{"items":[{"key":"a","value":"b"}]}}""", """{"_return":true}""", "null", "Instance Tagged i-1 {} {'a':null}" },
        { "ec2.DeleteTags", """{"resourcesSet":{"items":[{"resourceId":"i-1"}]}}""", """{"_return":true}""", "null", "Instance Tagged i-1 {} {} all" },
        { "rds.CreateDBInstance", """{"dBInstanceIdentifier":"Orders","dBInstanceClass":"db.t3.micro","engine":"mysql","masterUserPassword":"****","tags":[{"key":"a","value":"b"}]}""", "\"<responseOmitted>\"", "null", "DbInstance Created orders:- {'class':'db.t3.micro','engine':'mysql','name':'orders','state':'creating'} {'a':'b'} all" },
        { "rds.RestoreDBInstanceToPointInTime", """{"sourceDBInstanceIdentifier":"orders","targetDBInstanceIdentifier":"again"}""", """{"dBInstanceIdentifier":"again","dbiResourceId":"db-2","dBInstanceStatus":"creating"}""", "null", "DbInstance Created again:db-2 {'state':'creating','name':'again'} {} all" },
        { "rds.StopDBInstance", """{"dBInstanceIdentifier":"orders"}""", """{"dBInstanceIdentifier":"orders","dbiResourceId":"db-1","dBInstanceStatus":"stopping","allocatedStorage":1,"instanceCreateTime":"Jul 10, 2023, 12:19:33\u202fPM"}""", "null", "DbInstance Changed orders:db-1 {'state':'stopping','created_at':'2023-07-10T12:19:33+00:00','name':'orders'} {}" },
        { "rds.DeleteDBInstance", """{"dBInstanceIdentifier":"orders","skipFinalSnapshot":true}""", """{"dBInstanceIdentifier":"orders","dbiResourceId":"db-1","dBInstanceStatus":"available","tagList":[]}""", "null", "DbInstance Removed orders:db-1 {'state':'deleting','name':'orders'} {} all" },
        { "rds.CreateDBCluster", """{"dBClusterIdentifier":"shop"}""", """{"dBClusterIdentifier":"shop","dbClusterResourceId":"cluster-1","status":"creating","engine":"aurora-postgresql","availabilityZones":["a","b"],"dBSubnetGroup":"data","endpoint":"shop.cluster","clusterCreateTime":"Mar 2, 2026 11:20:31 AM","tagList":[{"key":"a","value":"b"}]}""", "null", "DbCluster Created shop:cluster-1 {'state':'creating','engine':'aurora-postgresql','availability_zone':'a,b','created_at':'2026-03-02T11:20:31+00:00','endpoint':'shop.cluster','name':'shop'} {'a':'b'} all" },
        { "rds.DeleteDBCluster", """{"dBClusterIdentifier":"shop"}""", """{"dBClusterIdentifier":"shop","dbClusterResourceId":"cluster-1","status":"stopped"}""", "null", "DbCluster Removed shop:cluster-1 {'state':'deleting','name':'shop'} {}" },
        { "rds.AddTagsToResource", """{"resourceName":"arn:aws:rds:us-east-1:111122223333:cluster:shop","tags":[{"key":"a","value":"b"}]}""", "null", "null", "DbCluster Tagged shop:- {} {'a':'b'}" },
        { "rds.RemoveTagsFromResource", """{"resourceName":"arn:aws:rds:us-east-1:111122223333:db:orders","tagKeys":["a"]}""", "null", "null", "DbInstance Tagged orders:- {} {'a':null}" },
        { "rds.AddTagsToResource", """{"resourceName":"arn:aws:rds:us-east-1:111122223333:snapshot:old","tags":[{"key":"a","value":"b"}]}""", "null", "null", "" },
        { "rds.AddTagsToResource", """{"resourceName":"arn:aws:rds:us-east-1:999988887777:db:theirs","tags":[{"key":"a","value":"b"}]}""", "null", "null", "" },
        { "lambda.CreateFunction20150331", """{"functionName":"f","runtime":"python3.12","environment":{},"tags":{"a":"b"}}""", """{"functionName":"f","functionArn":"arn:aws:lambda:us-east-1:111122223333:function:f","state":"Pending","runtime":"python3.12","version":"$LATEST","environment":{"variables":{"secret":"x"}}}""", "null", "Function Created f {'name':'f','state':'Pending','runtime':'python3.12','created_at':'2026-03-02T10:00:00+00:00'} {'a':'b'} all" },
        { "lambda.UpdateFunctionCode20150331v2", """{"functionName":"arn:aws:lambda:us-east-1:111122223333:function:f","publish":true}""", """{"functionName":"f","functionArn":"arn:aws:lambda:us-east-1:111122223333:function:f:1","state":"Pending","version":"1","codeSize":211}""", "null", "Function Changed f {'name':'f','code_bytes':211} {}" },
        { "lambda.UpdateFunctionCode20150331v2", """{"functionName":"f","dryRun":true}""", """{"functionName":"f","functionArn":"arn:aws:lambda:us-east-1:111122223333:function:f","codeSize":9,"version":"$LATEST"}""", "null", "Function Changed f {} {}" },
        { "lambda.PublishVersion20150331", """{"functionName":"f"}""", """{"functionName":"f","functionArn":"arn:aws:lambda:us-east-1:111122223333:function:f:2","version":"2","state":"Active"}""", "null", "Function Changed f {} {}" },
        { "lambda.DeleteFunction20150331", """{"functionName":"f"}""", "null", "null", "Function Removed f {'name':'f','state':'deleted'} {}" },
        { "lambda.DeleteFunction20150331", """{"functionName":"111122223333:function:f"}""", "null", "null", "Function Removed f {'name':'f','state':'deleted'} {}" },
        { "lambda.DeleteFunction20150331", """{"functionName":"f","qualifier":"3"}""", "null", "null", "Function Changed f {} {}" },
        { "lambda.DeleteFunction20150331", """{"functionName":"arn:aws:lambda:us-east-1:111122223333:function:f:3"}""", "null", "null", "Function Changed f {} {}" },
        { "lambda.DeleteFunction20150331", """{"functionName":"arn:aws:lambda:us-east-1:999988887777:function:f"}""", "null", "null", "" },
        { "lambda.TagResource20170331v2", """{"resource":"arn:aws:lambda:us-east-1:111122223333:function:f","tags":{"a":"b"}}""", "null", "null", "Function Tagged f {} {'a':'b'}" },
        { "lambda.UntagResource20170331v2", """{"resource":"arn:aws:lambda:us-east-1:111122223333:function:f","tagKeys":["a"]}""", "null", "null", "Function Tagged f {} {'a':null}" },
        { "lambda.TagResource20170331v2", """{"resource":"arn:aws:lambda:us-east-1:111122223333:event-source-mapping:1","tags":{"a":"b"}}""", "null", "null", "" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_record_says_which_assets_changed_and_how(string operation, string request, string response, string details, string expected)
    {
        var record = Record(operation, Time, request, response, details);
        Assert.True(AssetEvents.Wants(record.EventSource, record.EventName));
        Assert.Equal(expected, string.Join("; ", AssetEvents.Of(record).Select(Show)));
    }

    [Theory]
    [InlineData("ec2.TerminateInstances", """{"instancesSet":{"items":[{"instanceId":"i-1"}]}}""", "Instance Removed i-1 {} {}")]
    [InlineData("ec2.RunInstances", """{"instancesSet":{"items":[{"imageId":"ami-1"}]},"instanceType":"t3.micro"}""", "Instance Created - {} {}")]
    [InlineData("rds.DeleteDBInstance", """{"dBInstanceIdentifier":"orders"}""", "DbInstance Removed orders:- {} {}")]
    [InlineData("lambda.CreateFunction20150331", """{"functionName":"f","runtime":"python3.12","tags":{"a":"b"}}""", "Function Created f {} {}")]
    public void A_failed_call_says_nothing_about_its_asset(string operation, string request, string expected) =>
        Assert.Equal(expected, string.Join("; ", AssetEvents.Of(Record(operation, Time, request, errorCode: "Client.UnauthorizedOperation")).Select(Show)));

    [Theory]
    [InlineData("ec2.amazonaws.com", "SharedSnapshotVolumeCreated")]
    [InlineData("ec2.amazonaws.com", "DescribeInstances")]
    [InlineData("lambda.amazonaws.com", "CreateFunctionUrlConfig")]
    [InlineData("lambda.amazonaws.com", "AddPermission20150331v2")]
    [InlineData("lambda.amazonaws.com", "20150331")]
    [InlineData("rds.amazonaws.com", "CreateDBSubnetGroup")]
    [InlineData("s3.amazonaws.com", "CreateTags")]
    public void Other_operations_are_not_wanted(string source, string name) => Assert.False(AssetEvents.Wants(source, name));

    [Theory]
    [InlineData("CreateFunction20150331")]
    [InlineData("CreateFunction20150331v2")]
    [InlineData("CreateFunction20991231")]
    [InlineData("CreateFunction")]
    public void A_function_s_operation_is_known_by_any_date(string name) => Assert.True(AssetEvents.Wants("lambda.amazonaws.com", name));

    [Theory]
    [InlineData("arn:aws:ec2:eu-west-1:111122223333:instance/i-1")]
    [InlineData("arn:aws-cn:ec2:cn-north-1:111122223333:volume/vol-1")]
    [InlineData("arn:aws:rds:eu-west-1:111122223333:db:orders")]
    [InlineData("arn:aws-us-gov:rds:us-gov-west-1:111122223333:cluster:orders")]
    [InlineData("arn:aws:lambda:eu-west-1:111122223333:function:f")]
    public void An_ARN_is_read_and_written_alike(string arn) => Assert.Equal(arn, AssetArn.Parse(arn)?.ToString());

    private static string Show(AssetEvent one)
    {
        var arn = AssetArn.Parse(one.Arn);
        var id = arn is null ? "-"
            : arn.Kind is AssetKind.DbInstance or AssetKind.DbCluster ? $"{arn.Id}:{one.ResourceId ?? "-"}"
            : arn.Id;
        return $"{one.Kind} {one.Change} {id} {Show(one.Facts)} {Show(one.Tags)}{(one.HasAllTags ? " all" : string.Empty)}";
    }

    private static string Show(JsonObject members) => members.ToJsonString(s_readable).Replace('"', '\'');
}
