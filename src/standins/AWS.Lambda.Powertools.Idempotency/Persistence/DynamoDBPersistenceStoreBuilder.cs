using Amazon;
using Amazon.DynamoDBv2;

namespace AWS.Lambda.Powertools.Idempotency.Persistence;

public class DynamoDBPersistenceStoreBuilder
{
    private DynamoDBAttributes attributes = new();
    private AmazonDynamoDBClient client;

    public DynamoDBPersistenceStoreBuilder WithTableName(string tableName) => With(attributes with { Table = tableName });

    public DynamoDBPersistenceStoreBuilder WithKeyAttr(string keyAttr) => With(attributes with { Key = keyAttr });

    public DynamoDBPersistenceStoreBuilder WithStaticPkValue(string staticPkValue) => With(attributes with { StaticPartition = staticPkValue });

    public DynamoDBPersistenceStoreBuilder WithSortKeyAttr(string sortKeyAttr) => With(attributes with { SortKey = sortKeyAttr });

    public DynamoDBPersistenceStoreBuilder WithExpiryAttr(string expiryAttr) => With(attributes with { Expiry = expiryAttr });

    public DynamoDBPersistenceStoreBuilder WithInProgressExpiryAttr(string inProgressExpiryAttr) => With(attributes with { InProgressExpiry = inProgressExpiryAttr });

    public DynamoDBPersistenceStoreBuilder WithStatusAttr(string statusAttr) => With(attributes with { Status = statusAttr });

    public DynamoDBPersistenceStoreBuilder WithDataAttr(string dataAttr) => With(attributes with { Data = dataAttr });

    public DynamoDBPersistenceStoreBuilder WithValidationAttr(string validationAttr) => With(attributes with { Validation = validationAttr });

    public DynamoDBPersistenceStoreBuilder WithDynamoDBClient(AmazonDynamoDBClient dynamoDbClient)
    {
        client = dynamoDbClient;
        return this;
    }

    public DynamoDBPersistenceStore Build() => string.IsNullOrWhiteSpace(attributes.Table)
        ? throw new ArgumentNullException($"Table name is not specified")
        : new DynamoDBPersistenceStore(attributes, client ?? NewClient());

    private static AmazonDynamoDBClient NewClient() =>
        new(new AmazonDynamoDBConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(Environment.GetEnvironmentVariable("AWS_REGION")) });

    private DynamoDBPersistenceStoreBuilder With(DynamoDBAttributes changed)
    {
        attributes = changed;
        return this;
    }
}
