using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>A call: what is asked, of which Region.</summary>
/// <param name="Operation">What was called.</param>
/// <param name="Region">The Region that the work was for.</param>
/// <param name="Input">Its input as text.</param>
internal sealed record CallKey(AwsOperation Operation, string Region, string Input)
{
    public static CallKey Of(AwsOperation operation, string region, JsonObject? input) => new(operation, region, input?.ToJsonString() ?? "{}");

    /// <summary>The token of the page that is asked for; null: the first.</summary>
    public string? Token => Operation.Paging is { } paging ? (string?)ToInput()[paging.Input] : null;

    public JsonObject ToInput() => JsonNode.Parse(Input)!.AsObject();

    /// <summary>The call for the page that a token leads to; null: the first.</summary>
    public CallKey At(string? token)
    {
        var input = ToInput();
        input.Remove(Operation.Paging!.Input);
        if (token is not null)
        {
            input[Operation.Paging.Input] = token;
        }

        return this with { Input = input.ToJsonString() };
    }

    public override string ToString() => $"{Operation} in {Region} {Input}";
}
