using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using OrgLens.Aws;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>
/// Calls of which one goes wrong. Lists that have one page get an empty one before it, so that every list has several.
/// </summary>
/// <param name="answers">What is answered otherwise.</param>
/// <param name="target">The call that goes wrong; null: none.</param>
/// <param name="fault">How.</param>
/// <param name="missing">The member that is missing; null: all.</param>
internal sealed class FaultyCalls(IAwsCalls answers, CallKey? target = null, CallFault fault = default, string? missing = null) : IAwsCalls
{
    private const string Again = "again";
    private const string Same = "same";
    private const string Next = "next";
    private const string Half = "{\"Items\": [{\"Id\": <";
    private const string Html = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>\n";

    private readonly ConcurrentDictionary<CallKey, int> _pages = new();
    private readonly ConcurrentQueue<CallKey> _made = new();
    private int _struck;

    /// <summary>Calls in the order of their beginning, with the number of the page that they ask for.</summary>
    public IReadOnlyList<(CallKey Call, int Page)> Made => [.. _made.Select(call => (call, _pages.GetValueOrDefault(call)))];

    /// <summary>Ends when the call is under way that is never answered.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken)
    {
        var call = CallKey.Of(operation, region, input);
        _made.Enqueue(call);
        cancellationToken.ThrowIfCancellationRequested();
        var isTarget = call == target;
        if (isTarget)
        {
            Interlocked.Increment(ref _struck);
        }

        var answer = isTarget || (fault == CallFault.AccountSuspended && Volatile.Read(ref _struck) > 0) ? await StrikeAsync(call, cancellationToken)
            : call.Token == Same ? WithToken(await AnswerAsync(target!), Same)
            : await AnswerAsync(call.Token == Next ? target! : call);
        if (operation.Paging is { } paging && answer.Text(paging.Output) is { Length: > 0 } token)
        {
            _pages[call.At(token)] = _pages.GetValueOrDefault(call) + 1;
        }

        return answer;
    }

    /// <summary>How the client would tell of an error of a service.</summary>
    public static AwsCallException Refused(AwsOperation operation, string region, string code, HttpStatusCode status, string message) =>
        AwsErrors.Describe(new AmazonServiceException(message, ErrorType.Sender, code, "request", status), operation, region, CancellationToken.None)!;

    private async Task<AwsValue> AnswerAsync(CallKey call)
    {
        if (call.Operation.Paging is null || call.Token is not (null or Again))
        {
            return await answers.CallAsync(call.Operation, call.Region, call.ToInput(), CancellationToken.None);
        }

        var first = await answers.CallAsync(call.Operation, call.Region, call.At(null).ToInput(), CancellationToken.None);
        return call.Token is Again || IsFollowed(call, first) ? first : Empty(call, Again);
    }

    private static bool IsFollowed(CallKey call, AwsValue page)
    {
        var paging = call.Operation.Paging!;
        return (paging.More is null || page.Flag(paging.More) is true) && page.Text(paging.Output) is { Length: > 0 };
    }

    private async Task<AwsValue> StrikeAsync(CallKey call, CancellationToken cancellationToken)
    {
        var (operation, region) = (call.Operation, call.Region);
        switch (fault)
        {
            case CallFault.DeniedByPolicy:
                throw Refused(operation, region, Denied(operation), HttpStatusCode.Forbidden, $"User: me is not authorized to perform: {operation} because no identity-based policy allows the {operation} action");
            case CallFault.DeniedByScp:
                throw Refused(operation, region, Denied(operation), HttpStatusCode.Forbidden, $"User: me is not authorized to perform: {operation} with an explicit deny in a service control policy");
            case CallFault.Throttled:
                throw Refused(operation, region, "ThrottlingException", HttpStatusCode.BadRequest, "Rate exceeded");
            case CallFault.ServerError:
                throw Refused(operation, region, "InternalFailure", HttpStatusCode.InternalServerError, "An internal error occurred.");
            case CallFault.NotSubscribed:
                throw Refused(operation, region, "SubscriptionRequiredException", HttpStatusCode.BadRequest, "The AWS Access Key Id needs a subscription for the service");
            case CallFault.AccountSuspended:
                throw Refused(operation, region, Suspended(operation), HttpStatusCode.Forbidden, "The security token included in the request is invalid.");
            case CallFault.Timeout:
                throw AwsErrors.Describe(new OperationCanceledException(), operation, region, CancellationToken.None)!;
            case CallFault.ConnectionReset:
                throw AwsErrors.Describe(new HttpRequestException("reset", new IOException("reset")), operation, region, CancellationToken.None)!;
            case CallFault.RegionDisabled:
                throw AwsErrors.Describe(new HttpRequestException(HttpRequestError.NameResolutionError), operation, region, CancellationToken.None)!;
            case CallFault.NoAnswer:
                Hanging.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case CallFault.Html:
                return Read(call, Encoding.UTF8.GetBytes(Html));
            case CallFault.MalformedBody:
                return Read(call, await HalfAsync(call));
            case CallFault.EmptyPage:
                return Empty(call, Next);
        }

        var answer = await AnswerAsync(call);
        return fault switch
        {
            CallFault.RepeatedToken => WithToken(answer, Same),
            CallFault.UnknownValues => Spoiled.WithUnknownValues(AnswerNode.Of(operation, answer)).ToValue(),
            _ => Spoiled.WithoutMembers(AnswerNode.Of(operation, answer), missing).ToValue(),
        };
    }

    private async Task<byte[]> HalfAsync(CallKey call)
    {
        try
        {
            var body = AnswerNode.Of(call.Operation, await AnswerAsync(call)).ToBody();
            return body[..(body.Length / 2)];
        }
        catch (AwsCallException)
        {
            return Encoding.UTF8.GetBytes(Half);
        }
    }

    private static AwsValue Read(CallKey call, byte[] body) =>
        AwsAnswers.Read(call.Operation, body) ?? throw new AwsCallException(call.Operation, call.Region, AwsErrorKind.Malformed, "Malformed");

    private AwsValue WithToken(AwsValue page, string token) => Leading(AnswerNode.Of(target!.Operation, page), token).ToValue();

    private static AwsValue Empty(CallKey call, string token) => Leading(AnswerNode.Empty(call.Operation), token).ToValue();

    private static AnswerNode Leading(AnswerNode page, string token)
    {
        var paging = page.Operation.Paging!;
        var leading = page.With(paging.Output, token);
        return paging.More is { } more ? leading.With(more, "true") : leading;
    }

    private static string Denied(AwsOperation operation) => operation.Service.Protocol switch
    {
        AwsProtocol.Ec2 => "UnauthorizedOperation",
        AwsProtocol.Query or AwsProtocol.RestXml => "AccessDenied",
        _ => "AccessDeniedException",
    };

    private static string Suspended(AwsOperation operation) => operation.Service.Protocol switch
    {
        AwsProtocol.Ec2 => "Blocked",
        AwsProtocol.Query or AwsProtocol.RestXml => "InvalidClientTokenId",
        _ => "UnrecognizedClientException",
    };
}
