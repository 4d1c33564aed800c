using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace AWS.Lambda.Powertools.BatchProcessing;

[DataContract]
public class BatchItemFailuresResponse
{
    internal BatchItemFailuresResponse()
    {
    }

    [DataMember(Name = "batchItemFailures")]
    [JsonPropertyName("batchItemFailures")]
    public List<BatchItemFailure> BatchItemFailures { get; } = [];

    [DataContract]
    public class BatchItemFailure
    {
        internal BatchItemFailure()
        {
        }

        [DataMember(Name = "itemIdentifier")]
        [JsonPropertyName("itemIdentifier")]
        public string ItemIdentifier { get; init; }
    }
}
