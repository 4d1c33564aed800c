using System.Text.Json.Nodes;

namespace OrgLens.Tests.Sender;

internal sealed record CannedCall(string Operation, string Region, JsonObject Input);
