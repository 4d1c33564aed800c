using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Amazon.SQS.Model;

namespace Amazon.SQS;

/// <summary>Compares the MD5 that the service reports with the body that was sent or received.</summary>
internal static class BodyDigest
{
    public static void Check(SendMessageRequest request, SendMessageResponse response) => Check(request.MessageBody, response.MD5OfMessageBody);

    public static void Check(SendMessageBatchRequest request, SendMessageBatchResponse response)
    {
        foreach (var result in response.Successful ?? [])
        {
            Check(request.Entries.Find(entry => entry.Id == result.Id)?.MessageBody, result.MD5OfMessageBody);
        }
    }

    public static void Check(ReceiveMessageResponse response)
    {
        foreach (var message in response.Messages ?? [])
        {
            Check(message.Body, message.MD5OfBody);
        }
    }

    [SuppressMessage("Security", "CA5351", Justification = "The service reports MD5; it guards against corruption, not against people.")]
    private static void Check(string body, string reported)
    {
        if (body is null || reported is null)
        {
            return;
        }

        var actual = Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(body)));
        if (!actual.Equals(reported, StringComparison.OrdinalIgnoreCase))
        {
            throw new AmazonSQSException("MD5 hash mismatch");
        }
    }
}
