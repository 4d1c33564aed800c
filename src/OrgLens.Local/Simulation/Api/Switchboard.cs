using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrgLens.Local.Gateway;
using OrgLens.Local.Simulation.Api.Faults;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Services;

namespace OrgLens.Local.Simulation.Api;

/// <summary>Finds out who calls what, and lets the service answer, something go wrong, or the emulator take over.</summary>
internal sealed class Switchboard(SimulatedWorld world, ApiFaults faults, Uri emulator) : IDisposable
{
    private readonly Callers _callers = new(emulator);
    private readonly ReverseProxy _emulator = new(emulator);

    /// <summary>Answers a signed request, or passes it on.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var scope = CredentialScope.Of(context.Request)!;
        var caller = await _callers.FindAsync(scope.AccessKeyId);
        var account = world.Find(caller.AccountId) ?? (caller.AccountId == world.Hub.Id ? world.Hub : null);
        foreach (var service in account is null ? [] : SimulatedServices.BySigningName[scope.Service].Where(service => account != world.Hub || service.ServesHub))
        {
            try
            {
                if (await service.Protocol.ReadAsync(context.Request, service) is { } request)
                {
                    await AnswerAsync(context, new ApiCall(world, service, request.Operation, caller, account!, scope.Region, new ApiInput(request.Input)));
                    return;
                }
            }
            catch (ApiException e)
            {
                await WriteAsync(context, service.Protocol.Write(service, e));
                return;
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The client has lost its patience.
                return;
            }
        }

        await _emulator.ForwardAsync(context);
    }

    public void Dispose()
    {
        _callers.Dispose();
        _emulator.Dispose();
    }

    private async Task AnswerAsync(HttpContext context, ApiCall call)
    {
        var (latency, fault) = faults.Arrive(call);
        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, context.RequestAborted);
        }

        if (fault is { } planned && await Misfortune.StrikeAsync(planned, context))
        {
            return;
        }

        var refusal = (fault is { } failing ? Misfortune.ErrorOf(failing, call) : null) ?? Access.Refuse(call);
        if (refusal is not null)
        {
            throw refusal;
        }

        if (call.Operation is { IsSeeded: true } seeded && (call.Estate is not null || seeded.EmptyElsewhere is null))
        {
            await _emulator.ForwardAsync(context);
            return;
        }

        await WriteAsync(context, call.Service.Protocol.Write(call.Service, call.Operation, Answer(call, fault)), isCut: fault == ApiFault.CutOff);
    }

    private static JsonObject Answer(ApiCall call, ApiFault? fault)
    {
        if (call.Operation.EmptyElsewhere is { } list)
        {
            return new JsonObject { [list] = new JsonArray() };
        }

        if (call.Input.Names.FirstOrDefault(name => !call.Operation.Members.Contains(name)) is { } unknown)
        {
            // AWS ignores members that it doesn't know; here they are somebody's mistake.
            throw call.BadInput($"{call.Operation.Name} has no member '{unknown}'");
        }

        var answer = call.Operation.Answer?.Invoke(call) ?? [];
        if (call.Operation is { Paging: { } paging, Items: { } items })
        {
            paging.Cut(call, items(call), answer, fault switch
            {
                ApiFault.EmptyPage => PageFault.Empty,
                ApiFault.RepeatedToken => PageFault.Repeated,
                _ => PageFault.None,
            });
        }

        return fault switch
        {
            ApiFault.MissingMembers => Damage.WithoutMembers(answer),
            ApiFault.UnknownValues => (JsonObject)Damage.WithUnknownValues(answer)!,
            _ => answer,
        };
    }

    private static async Task WriteAsync(HttpContext context, ApiReply reply, bool isCut = false)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (reply.ErrorType is not null)
        {
            context.Response.Headers["x-amzn-ErrorType"] = reply.ErrorType;
        }

        await context.Response.Body.WriteAsync(reply.Body.AsMemory(0, isCut ? reply.Body.Length / 2 : reply.Body.Length), context.RequestAborted);
        if (isCut)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }
}
