using System.Diagnostics;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.Clients;

/// <summary>boto3 in a process of its own.</summary>
public sealed class ForeignClient : IAsyncDisposable
{
    private readonly Process _python;
    private readonly SemaphoreSlim _turn = new(1);

    public ForeignClient(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        _python = Process.Start(new ProcessStartInfo(Python.Path, ["boto3_client.py", endpoint.ToString()])
        {
            WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "Clients"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>Makes a call that is expected to succeed, and in the shape of its service's model if <paramref name="role"/> says so.</summary>
    public async Task<JsonNode> CallAsync(string service, string operation, JsonObject arguments, ForeignRole? role = null)
    {
        var answer = await SendAsync(service, operation, arguments, role);
        Assert.Empty(answer["problems"]!.AsArray().Select(problem => (string)problem!));
        return answer["result"] ?? throw new InvalidOperationException($"{operation} failed: {answer.ToJsonString()}");
    }

    /// <summary>Makes a call that is expected to fail.</summary>
    public async Task<ForeignError> FailAsync(string service, string operation, JsonObject arguments, ForeignRole? role = null)
    {
        var answer = await SendAsync(service, operation, arguments, role);
        return answer["result"] is null
            ? new ForeignError((string)answer["code"]!, (string)answer["message"]!, (string)answer["type"]!, (int)answer["status"]!)
            : throw new InvalidOperationException($"{operation} should have failed: {answer.ToJsonString()}");
    }

    public async ValueTask DisposeAsync()
    {
        _python.StandardInput.Close();
        await _python.WaitForExitAsync();
        _python.Dispose();
        _turn.Dispose();
    }

    /// <summary>Makes a call, and returns whatever came of it.</summary>
    public async Task<JsonNode> SendAsync(string service, string operation, JsonObject arguments, ForeignRole? role)
    {
        await _turn.WaitAsync();
        try
        {
            var call = new JsonObject { ["service"] = service, ["operation"] = operation, ["arguments"] = arguments };
            if (role is not null)
            {
                call["account"] = role.Account;
                call["region"] = role.Region;
                call["check"] = role.ChecksShapes;
            }

            await _python.StandardInput.WriteLineAsync(call.ToJsonString());
            await _python.StandardInput.FlushAsync();
            var line = await _python.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("python has ended");
            return JsonNode.Parse(line)!;
        }
        finally
        {
            _turn.Release();
        }
    }
}
