using System.Text.Json;

namespace OrgLens.Functions.Database;

/// <summary>Answers CloudFormation, which otherwise waits for an hour.</summary>
public sealed class CustomResourceReply : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Puts the answer to the request's URL; does nothing for a request without one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="failure">Why it failed; null when it did not.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task SendAsync(MigrationRequest request, string? failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ResponseURL is not { Length: > 0 } url)
        {
            return;
        }

        var response = new CustomResourceResponse(
            failure is null ? "SUCCESS" : "FAILED", failure, request.PhysicalResourceId ?? "orglens-schema", request.StackId, request.RequestId, request.LogicalResourceId);
        // The URL is signed for a request without a content type.
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(response, FunctionsJson.Default.CustomResourceResponse));
        using var answer = await _http.PutAsync(new Uri(url), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
