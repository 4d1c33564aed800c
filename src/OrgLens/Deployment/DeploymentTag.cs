using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>The tag by which a deployment knows its own stacks: what has it not is never touched.</summary>
internal static class DeploymentTag
{
    private const string Key = "Application";
    private const string Value = "OrgLens";

    /// <summary>The tag as an input has it.</summary>
    public static JsonArray Input => [new JsonObject { ["Key"] = Key, ["Value"] = Value }];

    /// <summary>Refuses what exists under the name of a deployment's own, but is none.</summary>
    public static void Demand(AwsValue owner, string what)
    {
        if (!owner.List("Tags").Any(tag => tag.Text("Key") == Key && tag.Text("Value") == Value))
        {
            throw new DeploymentException($"{what} is there already and has no tag {Key}={Value}: it is somebody else's. Choose another prefix, or tag it if it is yours.");
        }
    }
}
