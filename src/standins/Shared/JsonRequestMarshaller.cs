#nullable enable
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIns;

internal sealed class JsonRequestMarshaller<TRequest>(ServiceModel service, string operation, WriteMembers<TRequest> write, Func<TRequest, int>? expectedSize)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    private const int SizeOfSmallRequest = 1024;

    // SQL is full of quotes: escape only what JSON itself demands. Every member is written once, so validation finds nothing.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon." + service.EndpointPrefix)
        {
            HttpMethod = "POST",
            ResourcePath = service.TargetPrefix is null ? "/" + operation : "/",
            Content = Body((TRequest)input),
        };
        request.Headers["Content-Type"] = service.ContentType;
        request.Headers["x-amz-api-version"] = service.ApiVersion;
        if (service.TargetPrefix is not null)
        {
            request.Headers["X-Amz-Target"] = service.TargetPrefix + "." + operation;
        }

        return request;
    }

    private byte[] Body(TRequest input)
    {
        using var buffer = new RequestBuffer(expectedSize?.Invoke(input) ?? SizeOfSmallRequest);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json, input);
            json.WriteEndObject();
        }

        return buffer.ToContent();
    }
}
