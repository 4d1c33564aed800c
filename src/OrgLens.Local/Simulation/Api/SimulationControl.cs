using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Simulation.Api;

/// <summary>
/// The simulation by HTTP: <c>GET</c> tells its accounts, its time and the calls so far; <c>POST</c> sets the time, the latency and faults
/// (<c>{"now": "2026-11-20T06:00:00Z", "latencyMs": 40, "faults": [{"service": "kms", "operation": "ListKeys", "fault": "Throttled", "share": 0.3}]}</c>);
/// <c>DELETE</c> forgets faults and counts from zero.
/// </summary>
internal sealed class SimulationControl(SimulatedApi api)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/_orglens/simulation";

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (HttpMethods.IsDelete(context.Request.Method))
        {
            api.Faults.Reset();
        }
        else if (HttpMethods.IsPost(context.Request.Method))
        {
            try
            {
                Apply(await context.Request.ReadFromJsonAsync(SimulationJson.Default.SimulationOrder, context.RequestAborted) ?? new SimulationOrder());
            }
            catch (JsonException e)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync(e.Message, context.RequestAborted);
                return;
            }
        }

        var accounts = api.Organization.Accounts.Select(account => new SimulationState.Member(account.Id, account.Name, account.Regions)).ToList();
        var state = new SimulationState(api.Clock.Now, api.Faults.Latency.TotalMilliseconds, api.Faults.Rules, api.Faults.Calls, accounts);
        await context.Response.WriteAsJsonAsync(state, SimulationJson.Default.SimulationState, cancellationToken: context.RequestAborted);
    }

    private void Apply(SimulationOrder order)
    {
        if (order.Now is { } now)
        {
            api.Clock.Set(now);
        }

        if (order.LatencyMs is { } latency)
        {
            api.Faults.Latency = TimeSpan.FromMilliseconds(latency);
        }

        foreach (var rule in order.Faults ?? [])
        {
            api.Faults.Add(rule);
        }
    }
}
