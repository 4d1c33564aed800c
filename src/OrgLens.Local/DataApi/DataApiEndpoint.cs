using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace OrgLens.Local.DataApi;

/// <summary>The RDS Data API over HTTP: its paths, its error shapes, and faults on demand.</summary>
public sealed class DataApiEndpoint : IAsyncDisposable
{
    private readonly DataApiService _service;
    private readonly DataApiLimits _limits;

    /// <summary>Creates the endpoint of one cluster.</summary>
    public DataApiEndpoint(DataApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _service = new DataApiService(options);
        _limits = options.Limits;
    }

    /// <summary>Counts calls, and makes them slow or fail.</summary>
    public DataApiFaults Faults { get; } = new();

    /// <summary>Whether a path is one of the service's.</summary>
    public static bool Owns(PathString path) =>
        path.Value is "/Execute" or "/BatchExecute" or "/BeginTransaction" or "/CommitTransaction" or "/RollbackTransaction" or "/ExecuteSql";

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        try
        {
            var (latency, fault) = Faults.Arrive();
            if (latency > TimeSpan.Zero)
            {
                await Task.Delay(latency, context.RequestAborted);
            }

            var body = await RunAsync(context, fault);
            if (fault == DataApiFault.ConnectionDroppedAfter)
            {
                context.Abort();
                return;
            }

            await WriteAsync(context, 200, body.WrittenMemory);
        }
        catch (DataApiException e)
        {
            await WriteErrorAsync(context, e);
        }
        catch (PostgresException e)
        {
            await WriteErrorAsync(context, DataApiException.From(e));
        }
        catch (NpgsqlException e)
        {
            await WriteErrorAsync(context, DataApiException.DatabaseUnavailable(e.Message));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is waiting for the answer any more.
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private async Task<ArrayBufferWriter<byte>> RunAsync(HttpContext context, DataApiFault? fault)
    {
        if (fault == DataApiFault.ConnectionDroppedBefore)
        {
            context.Abort();
            throw new OperationCanceledException(context.RequestAborted);
        }

        var (request, buffer) = await ReadAsync(context);
        var body = await RunAsync(context, request, fault);
        if (!request.ContinueAfterTimeout)
        {
            // An abandoned statement may still be using its blobs. What has failed keeps the buffer, too: it may not have ended yet.
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return body;
    }

    private async Task<ArrayBufferWriter<byte>> RunAsync(HttpContext context, DataApiRequest request, DataApiFault? fault)
    {
        if (fault is { } planned && FaultFor(planned, request) is { } failure)
        {
            throw failure;
        }

        var cancellationToken = context.RequestAborted;
        return (context.Request.Path.Value, fault) switch
        {
            (_, DataApiFault.Deadlock) => await FailInDatabaseAsync(request, "40P01", "deadlock detected", cancellationToken),
            (_, DataApiFault.SerializationFailure) => await FailInDatabaseAsync(
                request, "40001", "could not serialize access due to concurrent update", cancellationToken),
            ("/Execute", _) => await _service.ExecuteAsync(request, cancellationToken),
            ("/BatchExecute", _) => await _service.BatchExecuteAsync(request, cancellationToken),
            ("/BeginTransaction", _) => await _service.BeginAsync(request, cancellationToken),
            ("/CommitTransaction", _) => await _service.CommitAsync(request, cancellationToken),
            ("/RollbackTransaction", _) => await _service.RollbackAsync(request, cancellationToken),
            _ => throw DataApiException.BadRequest("The operation isn't supported: use ExecuteStatement or BatchExecuteStatement."),
        };
    }

    private static DataApiException? FaultFor(DataApiFault fault, DataApiRequest request) => fault switch
    {
        DataApiFault.DatabaseResuming => DataApiException.DatabaseResuming(),
        DataApiFault.Throttling => DataApiException.Throttled(),
        DataApiFault.StatementTimeout => DataApiException.StatementTimeout(connectionId: null),
        DataApiFault.InternalServerError => DataApiException.Internal(),
        DataApiFault.ServiceUnavailable => DataApiException.ServiceUnavailable(),
        DataApiFault.DatabaseUnavailable => DataApiException.DatabaseUnavailable("The database is unavailable."),
        DataApiFault.TransactionExpired => DataApiException.TransactionNotFound(request.TransactionId ?? "", "Transaction may be expired."),
        _ => null,
    };

    /// <summary>Lets PostgreSQL itself raise the error, so that a transaction really fails.</summary>
    private Task<ArrayBufferWriter<byte>> FailInDatabaseAsync(
        DataApiRequest request, string sqlState, string message, CancellationToken cancellationToken) =>
        _service.ExecuteAsync(
            request with
            {
                Sql = $"do $fault$ begin raise exception using errcode = '{sqlState}', message = '{message}'; end $fault$",
                Parameters = [],
            },
            cancellationToken);

    private async Task<(DataApiRequest Request, byte[] Buffer)> ReadAsync(HttpContext context)
    {
        var headers = context.Request.Headers.Sum(h => h.Key.Length + h.Value.ToString().Length + 4);
        var longest = _limits.RequestBytes - headers;
        if (context.Request.ContentLength > longest)
        {
            throw DataApiException.RequestTooLarge();
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)(context.Request.ContentLength ?? longest) + 1);
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length <= longest
            ? (DataApiRequestReader.Read(buffer.AsMemory(0, length)), buffer)
            : throw DataApiException.RequestTooLarge();
    }

    private static Task WriteErrorAsync(HttpContext context, DataApiException error)
    {
        if (error.Type is not null)
        {
            context.Response.Headers["x-amzn-ErrorType"] = error.Type;
        }

        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("message", error.Message);
            if (error.ConnectionId is { } id)
            {
                json.WriteNumber("dbConnectionId", id);
            }

            json.WriteEndObject();
        }

        return WriteAsync(context, error.Status, body.WrittenMemory);
    }

    private static Task WriteAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
