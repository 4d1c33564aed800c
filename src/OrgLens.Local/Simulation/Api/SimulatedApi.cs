using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrgLens.Local.Gateway;
using OrgLens.Local.Simulation.Api.Faults;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Seeding;
using OrgLens.Local.Simulation.Services;

namespace OrgLens.Local.Simulation.Api;

/// <summary>
/// The services of AWS as the accounts of a simulated organization see them. What is not simulated, and whoever is not of the organization,
/// goes on to the emulator.
/// </summary>
public sealed class SimulatedApi : IDisposable
{
    private readonly SimulatedWorld _world;
    private readonly Callers _callers;
    private readonly ReverseProxy _emulator;
    private readonly Uri _emulatorEndpoint;

    /// <summary>Makes the organization; nothing is asked of the emulator before the first call.</summary>
    /// <param name="options">The organization.</param>
    /// <param name="hubAccountId">The account of the local cloud, which may look at the organization.</param>
    /// <param name="hubRegion">Its Region.</param>
    /// <param name="emulator">Answers what is not simulated, and knows whose access keys are.</param>
    public SimulatedApi(SimulationOptions options, string hubAccountId, string hubRegion, Uri emulator)
    {
        ArgumentNullException.ThrowIfNull(options);
        _world = new SimulatedWorld(options, hubAccountId, hubRegion);
        _callers = new Callers(emulator);
        _emulator = new ReverseProxy(emulator);
        _emulatorEndpoint = emulator;
    }

    /// <summary>The accounts.</summary>
    public SimulatedOrganization Organization => _world.Organization;

    /// <summary>What time it is for the services.</summary>
    public SimulationClock Clock => _world.Clock;

    /// <summary>Counts calls, and makes chosen ones slow or go wrong.</summary>
    public ApiFaults Faults { get; } = new();

    /// <summary>The routes of a gateway to the simulated services and to their control.</summary>
    public IEnumerable<ServiceRoute> Routes =>
    [
        new("simulation control", (request, _) => request.Path == SimulationControl.Path, new SimulationControl(this).HandleAsync),
        new("simulation", (_, service) => service is not null && SimulatedServices.BySigningName.Contains(service), HandleAsync),
    ];

    /// <summary>Gives the emulator what it is to answer for the accounts; before that, their buckets, tables and clusters are not there.</summary>
    public Task SeedAsync(CancellationToken cancellationToken = default) => new EmulatorSeed(_emulatorEndpoint, _world).PlantAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _callers.Dispose();
        _emulator.Dispose();
    }

    /// <summary>Answers a request, or passes it on.</summary>
    private async Task HandleAsync(HttpContext context)
    {
        var scope = CredentialScope.Of(context.Request)!;
        var caller = await _callers.FindAsync(scope.AccessKeyId);
        var account = _world.Find(caller.AccountId) ?? (caller.AccountId == _world.Hub.Id ? _world.Hub : null);
        foreach (var service in account is null ? [] : SimulatedServices.BySigningName[scope.Service].Where(service => account != _world.Hub || service.ServesHub))
        {
            try
            {
                if (await service.Protocol.ReadAsync(context.Request, service) is { } request)
                {
                    var call = new ApiCall(_world, service, request.Operation, caller, account!, scope.Region, new ApiInput(request.Input));
                    await AnswerAsync(context, call);
                    return;
                }
            }
            catch (ApiException e)
            {
                await WriteAsync(context, service.Protocol.Write(service, e), isCut: false);
                return;
            }
        }

        await _emulator.ForwardAsync(context);
    }

    private async Task AnswerAsync(HttpContext context, ApiCall call)
    {
        var (latency, fault) = Faults.Arrive(call);
        try
        {
            if (latency > TimeSpan.Zero)
            {
                await Task.Delay(latency, context.RequestAborted);
            }

            if (fault is { } planned && await Misfortune.StrikeAsync(planned, context))
            {
                return;
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has lost its patience.
            return;
        }

        var refusal = (fault is { } failing ? Misfortune.ErrorOf(failing, call) : null) ?? Access.Refuse(call);
        if (refusal is not null)
        {
            throw refusal;
        }

        if (call.Operation.IsSeeded)
        {
            await (call.Estate is null && call.Operation.EmptyElsewhere is { } list
                ? WriteAsync(context, call.Service.Protocol.Write(call.Service, call.Operation, new JsonObject { [list] = new JsonArray() }), isCut: false)
                : _emulator.ForwardAsync(context));
            return;
        }

        if (call.Input.Names.FirstOrDefault(name => !call.Operation.Members.Contains(name)) is { } unknown)
        {
            // AWS ignores members that it doesn't know; here they are somebody's mistake.
            throw call.BadInput($"{call.Operation.Name} has no member '{unknown}'");
        }

        var answer = Answer(call, fault);
        await WriteAsync(context, call.Service.Protocol.Write(call.Service, call.Operation, answer), fault == ApiFault.CutOff);
    }

    private static JsonObject Answer(ApiCall call, ApiFault? fault)
    {
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

        switch (fault)
        {
            case ApiFault.MissingMembers:
                Damage.RemoveMembers(answer);
                return answer;
            case ApiFault.UnknownValues:
                return (JsonObject)Damage.ReplaceValues(answer)!;
            default:
                return answer;
        }
    }

    private static async Task WriteAsync(HttpContext context, ApiReply reply, bool isCut)
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
