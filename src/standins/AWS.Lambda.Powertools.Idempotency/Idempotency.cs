using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Idempotency.Internal;
using AWS.Lambda.Powertools.Idempotency.Persistence;

namespace AWS.Lambda.Powertools.Idempotency;

public sealed class Idempotency
{
    private static readonly AsyncLocal<ILambdaContext> Context = new();

    private static Idempotency configured = new(new IdempotencyOptionsBuilder().Build(), null, null);

    private Idempotency(IdempotencyOptions options, BasePersistenceStore store, JsonSerializerContext json)
    {
        IdempotencyOptions = options;
        PersistenceStore = store;
        Json = new PayloadJson(json);
    }

    public IdempotencyOptions IdempotencyOptions { get; }

    public BasePersistenceStore PersistenceStore { get; }

    internal static Idempotency Instance => Volatile.Read(ref configured);

    internal static ILambdaContext LambdaContext => Context.Value;

    internal PayloadJson Json { get; }

    [SuppressMessage("Usage", "CA2201", Justification = "The official package throws this one.")]
    public static void Configure(Action<IdempotencyBuilder> configurationAction)
    {
        var builder = new IdempotencyBuilder();
        configurationAction(builder);
        if (builder.Store is null)
        {
            throw new NullReferenceException("Persistence Layer is null, configure one with 'WithPersistenceStore()'");
        }

        Volatile.Write(ref configured, new Idempotency(builder.Options ?? new IdempotencyOptionsBuilder().Build(), builder.Store, builder.Json));
    }

    public static void RegisterLambdaContext(ILambdaContext context) => Context.Value = context;

    public class IdempotencyBuilder
    {
        internal BasePersistenceStore Store { get; private set; }

        internal IdempotencyOptions Options { get; private set; }

        internal JsonSerializerContext Json { get; private set; }

        public IdempotencyBuilder WithPersistenceStore(BasePersistenceStore persistenceStore)
        {
            Store = persistenceStore;
            return this;
        }

        public IdempotencyBuilder UseDynamoDb(string tableName) => UseDynamoDb(builder => builder.WithTableName(tableName));

        public IdempotencyBuilder UseDynamoDb(Action<DynamoDBPersistenceStoreBuilder> builderAction)
        {
            var builder = new DynamoDBPersistenceStoreBuilder();
            builderAction(builder);
            return WithPersistenceStore(builder.Build());
        }

        public IdempotencyBuilder WithOptions(Action<IdempotencyOptionsBuilder> builderAction)
        {
            var builder = new IdempotencyOptionsBuilder();
            builderAction(builder);
            return WithOptions(builder.Build());
        }

        public IdempotencyBuilder WithOptions(IdempotencyOptions options)
        {
            Options = options;
            return this;
        }

        public IdempotencyBuilder WithJsonSerializationContext(JsonSerializerContext context)
        {
            Json = context;
            return this;
        }
    }
}
