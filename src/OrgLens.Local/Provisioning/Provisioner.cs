using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using OrgLens.Local.Moto;
using OrgLens.Local.Postgres;

namespace OrgLens.Local.Provisioning;

/// <summary>Creates in the emulator what a deployment creates in AWS.</summary>
internal sealed class Provisioner(EmulatorClient client, LocalCloudOptions options)
{
    private const string MasterUser = "orglens_master";
    private const string ApplicationUser = "orglens_app";
    private const string ReaderUser = "orglens_reader";

    /// <summary>The master user's credentials, made up for this run.</summary>
    public DatabaseCredentials Master { get; } = new(MasterUser, RandomNumberGenerator.GetHexString(32));

    public async Task<CloudResources> CreateAsync(CancellationToken cancellationToken)
    {
        var keyArn = await CreateKeyAsync(cancellationToken);
        var queues = new Dictionary<string, QueueAddress>();
        foreach (var queue in QueueDeclaration.All)
        {
            queues[queue.Id] = await CreateQueueAsync(queue.Name, queue.DeadLetters is { } dead ? queues[dead] : null, cancellationToken);
        }

        var audit = await new AuditBus(client, options).CreateAsync(queues["ProductQueue"], cancellationToken);
        return new CloudResources
        {
            Bucket = await CreateBucketAsync($"orglens-{options.AccountId}-{options.Region}", queues["SnapshotQueue"], "data/", keyArn, cancellationToken),
            TrailBucket = await CreateBucketAsync($"orglens-trail-{options.AccountId}-{options.Region}", queues["TrailQueue"], "AWSLogs/", keyArn, cancellationToken),
            AuditBusArn = audit.Bus,
            AuditArchiveArn = audit.Archive,
            Queues = queues,
            IdempotencyTable = await CreateTableAsync("orglens-idempotency", cancellationToken),
            KeyArn = keyArn,
            ClusterArn = $"arn:aws:rds:{options.Region}:{options.AccountId}:cluster:orglens",
            MasterSecretArn = await CreateSecretAsync("orglens/database/master", Master, cancellationToken),
            ApplicationSecretArn = await CreateSecretAsync(
                "orglens/database/application", new DatabaseCredentials(ApplicationUser, RandomNumberGenerator.GetHexString(32)), cancellationToken),
            ReaderSecretArn = await CreateSecretAsync(
                "orglens/database/reader", new DatabaseCredentials(ReaderUser, RandomNumberGenerator.GetHexString(32)), cancellationToken),
        };
    }

    private async Task<string> CreateKeyAsync(CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(EmulatedService.Kms, "CreateKey", new JsonObject { ["Description"] = "OrgLens snapshots" }, cancellationToken);
        return (string)answer["KeyMetadata"]!["Arn"]!;
    }

    private async Task<QueueAddress> CreateQueueAsync(string name, QueueAddress? redriveTo, CancellationToken cancellationToken)
    {
        var attributes = new JsonObject
        {
            ["VisibilityTimeout"] = ((int)options.QueueVisibilityTimeout.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        };
        if (redriveTo is not null)
        {
            var policy = new JsonObject { ["deadLetterTargetArn"] = redriveTo.Arn, ["maxReceiveCount"] = options.MaximumReceives };
            attributes["RedrivePolicy"] = policy.ToJsonString();
        }

        var arguments = new JsonObject { ["QueueName"] = name, ["Attributes"] = attributes };
        var answer = await client.CallAsync(EmulatedService.Sqs, "CreateQueue", arguments, cancellationToken);
        return new QueueAddress((string)answer["QueueUrl"]!, $"arn:aws:sqs:{options.Region}:{options.AccountId}:{name}");
    }

    private async Task<string> CreateBucketAsync(string name, QueueAddress queue, string prefix, string keyArn, CancellationToken cancellationToken)
    {
        const string space = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
        var location = options.Region == "us-east-1"
            ? ""
            : $"<CreateBucketConfiguration {space}><LocationConstraint>{options.Region}</LocationConstraint></CreateBucketConfiguration>";
        await client.PutAsync($"/{name}", location, cancellationToken);
        await client.PutAsync(
            $"/{name}?encryption",
            $"""
            <ServerSideEncryptionConfiguration {space}><Rule><ApplyServerSideEncryptionByDefault>
            <SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>{keyArn}</KMSMasterKeyID>
            </ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>
            """,
            cancellationToken);
        await client.PutAsync(
            $"/{name}?notification",
            $"""
            <NotificationConfiguration {space}><QueueConfiguration><Id>objects</Id><Queue>{queue.Arn}</Queue>
            <Event>s3:ObjectCreated:*</Event>
            <Filter><S3Key><FilterRule><Name>prefix</Name><Value>{prefix}</Value></FilterRule></S3Key></Filter>
            </QueueConfiguration></NotificationConfiguration>
            """,
            cancellationToken);
        return name;
    }

    private async Task<string> CreateTableAsync(string name, CancellationToken cancellationToken)
    {
        await client.CallAsync(
            EmulatedService.DynamoDb,
            "CreateTable",
            new JsonObject
            {
                ["TableName"] = name,
                ["BillingMode"] = "PAY_PER_REQUEST",
                ["AttributeDefinitions"] = new JsonArray(new JsonObject { ["AttributeName"] = "id", ["AttributeType"] = "S" }),
                ["KeySchema"] = new JsonArray(new JsonObject { ["AttributeName"] = "id", ["KeyType"] = "HASH" }),
            },
            cancellationToken);
        await client.CallAsync(
            EmulatedService.DynamoDb,
            "UpdateTimeToLive",
            new JsonObject
            {
                ["TableName"] = name,
                ["TimeToLiveSpecification"] = new JsonObject { ["AttributeName"] = "expiration", ["Enabled"] = true },
            },
            cancellationToken);
        return name;
    }

    private async Task<string> CreateSecretAsync(string name, DatabaseCredentials credentials, CancellationToken cancellationToken)
    {
        var secret = new JsonObject { ["username"] = credentials.UserName, ["password"] = credentials.Password };
        var arguments = new JsonObject
        {
            ["Name"] = name,
            ["SecretString"] = secret.ToJsonString(),
            ["ClientRequestToken"] = Guid.NewGuid().ToString(),
        };
        var answer = await client.CallAsync(EmulatedService.SecretsManager, "CreateSecret", arguments, cancellationToken);
        return (string)answer["ARN"]!;
    }
}
