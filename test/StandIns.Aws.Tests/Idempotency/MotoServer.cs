using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using StandIns.Aws.Tests.Wire;

namespace StandIns.Aws.Tests.Idempotency;

/// <summary>A moto_server of our own with an idempotency table in it.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    public const string Table = "idempotency";
    private const int Attempts = 5;
    private Process? process;

    public AmazonDynamoDBClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Find();
            process = Start(port);
            Client = new AmazonDynamoDBClient("AKIDEXAMPLE", "secret", new AmazonDynamoDBConfig { ServiceURL = $"http://127.0.0.1:{port}", AuthenticationRegion = "eu-west-1" });
            if (await IsListeningAsync(port))
            {
                break;
            }

            await DisposeAsync();
            Assert.True(attempt < Attempts, "moto_server did not start.");
        }

        await Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("id", KeyType.HASH)],
            AttributeDefinitions = [new("id", ScalarAttributeType.S)],
        });
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
    }

    public async Task<Dictionary<string, AttributeValue>?> ItemAsync(string id)
    {
        var response = await Client.GetItemAsync(new GetItemRequest { TableName = Table, ConsistentRead = true, Key = new() { ["id"] = new(id) } });
        return response.IsItemSet ? response.Item : null;
    }

    public Task PutAsync(Dictionary<string, AttributeValue> item) => Client.PutItemAsync(new PutItemRequest { TableName = Table, Item = item });

    private static Process Start(int port)
    {
        var process = new Process
        {
            StartInfo = new("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<bool> IsListeningAsync(int port)
    {
        using var http = new HttpClient();
        while (process is { HasExited: false })
        {
            try
            {
                using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/moto-api/"));
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        return false;
    }
}
