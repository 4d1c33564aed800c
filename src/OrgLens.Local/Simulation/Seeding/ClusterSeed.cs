using System.Text.Json.Nodes;
using OrgLens.Local.Moto;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Seeding;

/// <summary>Clusters of ECS and EKS.</summary>
internal static class ClusterSeed
{
    public static async Task PlantAsync(EmulatorClient client, RegionEstate estate, CancellationToken cancellationToken)
    {
        foreach (var name in estate.Platform.EcsClusters)
        {
            await client.CallAsync(
                EmulatedService.Ecs, "CreateCluster", new JsonObject { ["clusterName"] = name, ["tags"] = Wire.Tags(estate.Tags(""), "key", "value") }, cancellationToken);
        }

        foreach (var cluster in estate.Platform.EksClusters)
        {
            await client.PostAsync(
                "eks",
                "/clusters",
                new JsonObject
                {
                    ["name"] = cluster.Name,
                    ["version"] = cluster.Version,
                    ["roleArn"] = $"arn:aws:iam::{estate.Account.Id}:role/eks-cluster",
                    ["resourcesVpcConfig"] = new JsonObject { ["subnetIds"] = Wire.Texts(estate.Storage.Subnets(estate.Census.Origin).Take(2).Select(subnet => subnet.Id)) },
                    ["tags"] = new JsonObject(estate.Tags("").Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))),
                },
                cancellationToken);
        }
    }
}
