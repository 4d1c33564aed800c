using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OrgLens.Tests.Aws;

/// <summary>What a server does with a request.</summary>
internal sealed record WireAnswer(Func<HttpContext, Task> GiveAsync)
{
    /// <summary>A connection that breaks before the answer.</summary>
    public static readonly WireAnswer Reset = new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>An answer that never begins.</summary>
    public static readonly WireAnswer Silence = new(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

    /// <summary>A body that stops in the middle, on a connection that stays.</summary>
    public static readonly WireAnswer Stall = new(async context =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"Keys":[""");
        await context.Response.Body.FlushAsync();
        await Silence.GiveAsync(context);
    });

    /// <summary>A body that is shorter than announced.</summary>
    public static readonly WireAnswer CutOff = new(async context =>
    {
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("""{"Keys":[""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>A body.</summary>
    public static WireAnswer Of(string body, int status = 200, string contentType = "application/json") => new(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Features.Get<IHttpResponseFeature>()!.Headers["x-amzn-RequestId"] = "request-1";
        return context.Response.WriteAsync(body);
    });

    /// <summary>An error of a JSON service.</summary>
    public static WireAnswer Error(string code, int status = 400, string message = "no") =>
        Of($$"""{"__type":"com.amazonaws.service#{{code}}","message":"{{message}}"}""", status);
}
