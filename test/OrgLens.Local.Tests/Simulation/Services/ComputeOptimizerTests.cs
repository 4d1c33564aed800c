namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class ComputeOptimizerTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Theory]
    [InlineData("EC2", "get_ec2_instance_recommendations", "instanceRecommendations", "instanceArn")]
    [InlineData("EBS", "get_ebs_volume_recommendations", "volumeRecommendations", "volumeArn")]
    [InlineData("Lambda", "get_lambda_function_recommendations", "lambdaFunctionRecommendations", "functionArn")]
    public async Task Recommendations_are_those_of_the_document(string kind, string operation, string items, string arn)
    {
        var expected = Document().GetProperty("compute_optimizer").EnumerateArray().Where(row => row.GetProperty("resource_type").GetString() == kind)
            .Select(row => (row.GetProperty("resource_arn").GetString()!, row.GetProperty("finding").GetString()!)).Order().ToList();

        var found = await PagesAsync("compute-optimizer", operation, items, """{"maxResults": 5}""", "nextToken");

        Assert.Equal(expected, found.Select(advice => ((string)advice[arn]!, (string)advice["finding"]!)).Order());
    }

    [Fact]
    public async Task Savings_are_those_of_the_document()
    {
        var expected = Document().GetProperty("compute_optimizer").EnumerateArray().Where(row => row.GetProperty("resource_type").GetString() == "EC2")
            .Sum(row => row.TryGetProperty("estimated_monthly_savings_usd", out var savings) && savings.ValueKind == System.Text.Json.JsonValueKind.Number ? savings.GetDouble() : 0);

        var answer = await CallAsync("compute-optimizer", "get_ec2_instance_recommendations", """{"maxResults": 1000}""");

        var options = answer["instanceRecommendations"]!.AsArray().SelectMany(advice => advice!["recommendationOptions"]!.AsArray());
        Assert.Equal(expected, options.Sum(option => (double)option!["savingsOpportunity"]!["estimatedMonthlySavings"]!["value"]!), 6);
    }

    [Fact]
    public async Task Scaling_groups_have_recommendations_too_and_findings_can_be_chosen()
    {
        var groups = await CallAsync("compute-optimizer", "get_auto_scaling_group_recommendations");
        var optimized = await CallAsync("compute-optimizer", "get_ebs_volume_recommendations", """{"filters": [{"name": "Finding", "values": ["Optimized"]}]}""");

        Assert.NotEmpty(groups["autoScalingGroupRecommendations"]!.AsArray());
        Assert.All(optimized["volumeRecommendations"]!.AsArray(), advice => Assert.Equal("Optimized", (string?)advice!["finding"]));
    }

    [Fact]
    public async Task An_account_that_has_not_opted_in_hears_so()
    {
        var error = await FailAsync("compute-optimizer", "get_ec2_instance_recommendations", account: Cloud.Restricted);
        var status = await CallAsync("compute-optimizer", "get_enrollment_status", account: Cloud.Restricted);

        Assert.Equal(("OptInRequiredException", 400), (error.Code, error.Status));
        Assert.Equal("Inactive", (string?)status["status"]);
    }
}
