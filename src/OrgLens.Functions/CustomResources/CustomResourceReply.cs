using System.Text.Json;

namespace OrgLens.Functions.CustomResources;

/// <summary>Answers CloudFormation, which otherwise waits for an hour.</summary>
public sealed class CustomResourceReply : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Does what is asked, and tells CloudFormation how it went, if it is CloudFormation that asks. A failure is thrown on.</summary>
    /// <param name="request">The request.</param>
    /// <param name="work">What is asked.</param>
    /// <param name="cancellationToken">Ends the answer; that of a failure is sent all the same.</param>
    public async Task<T> AnswerAsync<T>(CustomResourceRequest request, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            var result = await work();
            await SendAsync(request, failure: null, cancellationToken);
            return result;
        }
        catch (Exception exception)
        {
            await SendAsync(request, exception.Message, CancellationToken.None);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task SendAsync(CustomResourceRequest request, string? failure, CancellationToken cancellationToken)
    {
        if (request.ResponseURL is not { Length: > 0 } url)
        {
            return;
        }

        var response = new CustomResourceResponse(
            failure is null ? "SUCCESS" : "FAILED", failure, request.PhysicalResourceId ?? request.NewResourceId, request.StackId, request.RequestId, request.LogicalResourceId);
        // The URL is signed for a request without a content type.
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(response, FunctionsJson.Default.CustomResourceResponse));
        using var answer = await _http.PutAsync(new Uri(url), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
