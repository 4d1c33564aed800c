using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Receiver;

namespace OrgLens.Tests.Cluster;

/// <summary>A document as it lies in the bucket.</summary>
internal sealed record TestSnapshot(string Key, DateTimeOffset LastModified, byte[] Stored)
{
    public const string Bucket = "orglens-test";

    public string ETag => Convert.ToHexStringLower(SHA256.HashData(Stored))[..32];

    public static TestSnapshot Of(string key, DateTimeOffset lastModified, JsonNode document) =>
        new(key, lastModified, Encoding.UTF8.GetBytes(document.ToJsonString()));

    public SnapshotDocument ToDocument() =>
        new(new SnapshotObject(Bucket, Key, string.Empty, ETag), LastModified, Stored.Length, () => new MemoryStream(Stored, writable: false));
}
