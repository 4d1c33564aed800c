using System.Text.Json.Nodes;

namespace OrgLens.Functions.Tests.Template;

/// <summary>A resource of a stack.</summary>
/// <param name="Stack">Name of the stack in Policies/stacks.json.</param>
/// <param name="Id">Logical id in the template.</param>
/// <param name="Type">CloudFormation type.</param>
/// <param name="Arn">Its ARN; null for types that have none here.</param>
/// <param name="Properties">Properties without references.</param>
internal sealed record StackResource(string Stack, string Id, string Type, string? Arn, JsonNode Properties)
{
    /// <summary>Statements of every policy in it: its role's, its own, or the one that it attaches to another.</summary>
    public IEnumerable<(JsonNode Statement, bool OfResource)> Statements => Type switch
    {
        "AWS::IAM::Role" => (Properties["Policies"]?.AsArray() ?? []).SelectMany(policy => Of(policy!["PolicyDocument"])).Select(each => (each, false))
            .Concat(Of(Properties["AssumeRolePolicyDocument"]).Select(each => (each, true))),
        "AWS::KMS::Key" => Of(Properties["KeyPolicy"]).Select(each => (each, true)),
        "AWS::Events::EventBusPolicy" => [(Properties["Statement"]!, true)],
        "AWS::IAM::RolePolicy" => Of(Properties["PolicyDocument"]).Select(each => (each, false)),
        "AWS::S3::BucketPolicy" or "AWS::SQS::QueuePolicy" or "AWS::SNS::TopicPolicy" => Of(Properties["PolicyDocument"]).Select(each => (each, true)),
        _ => [],
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Stack}/{Id}";

    private static IEnumerable<JsonNode> Of(JsonNode? document) => document?["Statement"] switch
    {
        JsonArray statements => statements.Select(each => each!),
        JsonObject statement => [statement],
        _ => [],
    };
}
