#nullable enable
using System.Buffers;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.StandIns;

/// <summary>Reads a response in one pass over a pooled buffer.</summary>
internal sealed class JsonResponseReader<TResponse>(ReadMember<TResponse> read, ServiceErrors errors) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private const int LargestInitialBuffer = 1 << 20;
    private const int SizeOfUnknownResponse = 16 * 1024;

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new TResponse();
        var announced = input.ResponseData.ContentLength;
        var buffer = ArrayPool<byte>.Shared.Rent(announced > 0 ? (int)Math.Min(announced + 1, LargestInitialBuffer) : SizeOfUnknownResponse);
        try
        {
            var length = Fill(ref buffer, input.Stream);
            if (length > 0)
            {
                var json = new Utf8JsonReader(buffer.AsSpan(0, length));
                json.Read();
                json.ReadInto(response, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        var queryCode = input.ResponseData.GetHeaderValue("x-amzn-query-error");
        return errors.Create(error, queryCode, input.GetResponseBodyBytes());
    }

    private static int Fill(ref byte[] buffer, Stream stream)
    {
        var length = 0;
        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
            {
                return length;
            }

            length += read;
            if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
                buffer.AsSpan().CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
    }
}
