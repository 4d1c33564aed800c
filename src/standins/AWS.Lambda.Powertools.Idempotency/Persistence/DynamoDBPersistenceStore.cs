using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using AWS.Lambda.Powertools.Idempotency.Exceptions;

namespace AWS.Lambda.Powertools.Idempotency.Persistence;

public class DynamoDBPersistenceStore : BasePersistenceStore
{
    private readonly DynamoDBAttributes attributes;
    private readonly AmazonDynamoDBClient client;

    internal DynamoDBPersistenceStore(DynamoDBAttributes attributes, AmazonDynamoDBClient client)
    {
        this.attributes = attributes;
        this.client = client;
    }

    public override async Task<DataRecord> GetRecord(string idempotencyKey)
    {
        var response = await client.GetItemAsync(new GetItemRequest { TableName = attributes.Table, ConsistentRead = true, Key = Key(idempotencyKey) });
        return response.IsItemSet
            ? Record(idempotencyKey, response.Item)
            : throw new IdempotencyItemNotFoundException(idempotencyKey);
    }

    public override async Task PutRecord(DataRecord record, DateTimeOffset now)
    {
        var item = Key(record.IdempotencyKey);
        item[attributes.Expiry] = Number(record.ExpiryTimestamp);
        item[attributes.Status] = new AttributeValue(DataRecord.DataRecordStatus.INPROGRESS.ToString());
        if (record.InProgressExpiryTimestamp is { } inProgressExpiry)
        {
            item[attributes.InProgressExpiry] = Number(inProgressExpiry);
        }

        try
        {
            await client.PutItemAsync(new PutItemRequest
            {
                TableName = attributes.Table,
                Item = item,

                // Free is a key that nobody has, that has expired, or whose holder must have timed out.
                ConditionExpression = "attribute_not_exists(#id) OR #expiry < :now OR "
                    + "(attribute_exists(#in_progress_expiry) AND #in_progress_expiry < :now_milliseconds AND #status = :inprogress)",
                ExpressionAttributeNames = new()
                {
                    ["#id"] = attributes.Key,
                    ["#expiry"] = attributes.Expiry,
                    ["#in_progress_expiry"] = attributes.InProgressExpiry,
                    ["#status"] = attributes.Status,
                },
                ExpressionAttributeValues = new()
                {
                    [":now"] = Number(now.ToUnixTimeSeconds()),
                    [":now_milliseconds"] = Number(now.ToUnixTimeMilliseconds()),
                    [":inprogress"] = new AttributeValue(DataRecord.DataRecordStatus.INPROGRESS.ToString()),
                },
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            });
        }
        catch (ConditionalCheckFailedException e)
        {
            throw new IdempotencyItemAlreadyExistsException("Failed to put record for already existing idempotency key: " + record.IdempotencyKey, e)
            {
                Record = e.Item is { Count: > 0 } existing ? Record(record.IdempotencyKey, existing) : null,
            };
        }
    }

    public override Task UpdateRecord(DataRecord record) => client.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = attributes.Table,
        Key = Key(record.IdempotencyKey),
        UpdateExpression = "SET #response_data = :response_data, #expiry = :expiry, #status = :status",
        ExpressionAttributeNames = new()
        {
            ["#response_data"] = attributes.Data,
            ["#expiry"] = attributes.Expiry,
            ["#status"] = attributes.Status,
        },
        ExpressionAttributeValues = new()
        {
            [":response_data"] = new AttributeValue(record.ResponseData),
            [":expiry"] = Number(record.ExpiryTimestamp),
            [":status"] = new AttributeValue(DataRecord.DataRecordStatus.COMPLETED.ToString()),
        },
    });

    public override Task DeleteRecord(string idempotencyKey) =>
        client.DeleteItemAsync(new DeleteItemRequest { TableName = attributes.Table, Key = Key(idempotencyKey) });

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    private static long? Number(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) && value.N is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : null;

    private Dictionary<string, AttributeValue> Key(string idempotencyKey)
    {
        if (attributes.SortKey is null)
        {
            return new() { [attributes.Key] = new AttributeValue(idempotencyKey) };
        }

        var partition = attributes.StaticPartition ?? "idempotency#" + Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME");
        return new() { [attributes.Key] = new AttributeValue(partition), [attributes.SortKey] = new AttributeValue(idempotencyKey) };
    }

    private DataRecord Record(string idempotencyKey, Dictionary<string, AttributeValue> item) => new(
        idempotencyKey,
        Enum.Parse<DataRecord.DataRecordStatus>(item[attributes.Status].S),
        Number(item, attributes.Expiry) ?? 0,
        item.TryGetValue(attributes.Data, out var data) ? data.S : null,
        item.TryGetValue(attributes.Validation, out var validation) ? validation.S : null,
        Number(item, attributes.InProgressExpiry));
}
