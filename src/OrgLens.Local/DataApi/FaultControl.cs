using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.DataApi;

/// <summary>
/// Faults by HTTP: <c>GET</c> tells the state, <c>POST</c> plans (<c>{"latencyMs": 5, "failures": [{"call": 3, "fault": "Throttling"},
/// {"next": 2, "fault": "DatabaseResuming"}]}</c>), <c>DELETE</c> forgets everything and counts from zero.
/// </summary>
public sealed class FaultControl(DataApiFaults faults)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/_orglens/faults";

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HttpMethods.IsDelete(context.Request.Method))
        {
            faults.Reset();
        }
        else if (HttpMethods.IsPost(context.Request.Method))
        {
            try
            {
                var plan = await context.Request.ReadFromJsonAsync(FaultJson.Default.FaultPlan, context.RequestAborted);
                Apply(plan ?? new FaultPlan());
            }
            catch (JsonException e)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync(e.Message, context.RequestAborted);
                return;
            }
        }

        var state = new FaultState(faults.Calls, faults.Latency.TotalMilliseconds, faults.Pending);
        await context.Response.WriteAsJsonAsync(state, FaultJson.Default.FaultState, cancellationToken: context.RequestAborted);
    }

    private void Apply(FaultPlan plan)
    {
        if (plan.LatencyMs is { } latency)
        {
            faults.Latency = TimeSpan.FromMilliseconds(latency);
        }

        foreach (var failure in plan.Failures ?? [])
        {
            if (failure.Call is { } call)
            {
                faults.FailCall(call, failure.Fault);
            }
            else
            {
                faults.FailNext(failure.Next ?? 1, failure.Fault);
            }
        }
    }
}
