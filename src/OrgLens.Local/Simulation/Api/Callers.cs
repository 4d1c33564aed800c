using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Xml.Linq;

namespace OrgLens.Local.Simulation.Api;

/// <summary>Knows whose access keys are: asks the emulator, which has handed them out, once for each.</summary>
internal sealed class Callers(Uri emulator) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = emulator, Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentDictionary<string, Task<Caller>> _known = new(StringComparer.Ordinal);

    /// <summary>The owner of a key; the emulator takes a key that it doesn't know for one of its own account.</summary>
    public async Task<Caller> FindAsync(string accessKeyId)
    {
        var asked = _known.GetOrAdd(accessKeyId, AskAsync);
        try
        {
            return await asked;
        }
        catch (Exception)
        {
            // Another request may have more luck.
            _known.TryRemove(new KeyValuePair<string, Task<Caller>>(accessKeyId, asked));
            throw;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<Caller> AskAsync(string accessKeyId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent([new("Action", "GetCallerIdentity"), new("Version", "2011-06-15")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", $"Credential={accessKeyId}/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=none");
        // The emulator closes idle connections without a word, and keys are asked about far apart.
        request.Headers.ConnectionClose = true;
        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var answer = XDocument.Parse(await response.Content.ReadAsStringAsync());
        string Value(string name) => answer.Descendants().First(element => element.Name.LocalName == name).Value;
        return new Caller(Value("Account"), Value("Arn"));
    }
}
