using Amazon;
using Amazon.Extensions.NETCore.Setup;
using Amazon.RDSDataService;
using Amazon.S3;
using Amazon.SecretsManager;
using Amazon.SQS;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace StandIns.Aws.Tests.Setup;

[Collection(EnvironmentVariables.Collection)]
public sealed class ServiceCollectionTests : IDisposable
{
    private readonly EnvironmentVariables environment = new EnvironmentVariables()
        .Set("AWS_REGION", "us-west-2")
        .Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT")
        .Set("AWS_SECRET_ACCESS_KEY", "secret")
        .Set("AWS_ENDPOINT_URL", null);

    public void Dispose() => environment.Dispose();

    [Fact]
    public void Makes_clients_of_stood_in_and_official_packages()
    {
        using var services = new ServiceCollection()
            .AddAWSService<IAmazonRDSDataService>()
            .AddAWSService<IAmazonSQS>()
            .AddAWSService<IAmazonSecretsManager>()
            .AddAWSService<IAmazonS3>()
            .BuildServiceProvider();

        Assert.IsType<AmazonRDSDataServiceClient>(services.GetRequiredService<IAmazonRDSDataService>());
        Assert.IsType<AmazonSQSClient>(services.GetRequiredService<IAmazonSQS>());
        Assert.IsType<AmazonSecretsManagerClient>(services.GetRequiredService<IAmazonSecretsManager>());
        Assert.IsType<AmazonS3Client>(services.GetRequiredService<IAmazonS3>());
        Assert.Equal("us-west-2", services.GetRequiredService<IAmazonS3>().Config.RegionEndpoint.SystemName);
        Assert.Same(services.GetRequiredService<IAmazonSQS>(), services.GetRequiredService<IAmazonSQS>());
    }

    [Fact]
    public void Options_given_to_the_service_win()
    {
        var services = Everything().AddAWSService<IAmazonSQS>(new AWSOptions { Region = RegionEndpoint.EUNorth1 });

        Assert.Equal("eu-north-1", RegionOf(services));
    }

    [Fact]
    public void Then_the_default_options()
    {
        Assert.Equal("eu-west-3", RegionOf(Everything().AddAWSService<IAmazonSQS>()));
    }

    [Fact]
    public void Then_the_configuration()
    {
        var services = new ServiceCollection().AddSingleton(Configuration(("AWS:Region", "eu-south-1"))).AddAWSService<IAmazonSQS>();

        Assert.Equal("eu-south-1", RegionOf(services));
    }

    [Fact]
    public void Then_what_the_sdk_finds_by_itself()
    {
        Assert.Equal("us-west-2", RegionOf(new ServiceCollection().AddAWSService<IAmazonSQS>()));
    }

    [Fact]
    public void A_service_url_wins_over_the_region_and_settings_of_one_service_reach_it()
    {
        var options = Configuration(
            ("AWS:Region", "eu-west-1"), ("AWS:serviceurl", "http://127.0.0.1:4566"), ("AWS:MaxErrorRetry", "7"), ("AWS:Timeout", "1500"), ("AWS:ForcePathStyle", "true"), ("AWS:NoSuchThing", "1"))
            .GetAWSOptions();

        using var client = options.CreateServiceClient<IAmazonS3>();

        Assert.Equal("http://127.0.0.1:4566/", client.Config.ServiceURL);
        Assert.Equal(7, client.Config.MaxErrorRetry);
        Assert.Equal(TimeSpan.FromMilliseconds(1500), client.Config.Timeout);
        Assert.True(((AmazonS3Config)client.Config).ForcePathStyle);
    }

    [Fact]
    public void A_bad_value_says_which_setting_it_is()
    {
        foreach (var setting in (string[])["MaxErrorRetry", "UseHttp", "Timeout"])
        {
            var exception = Assert.Throws<ArgumentException>(() => Configuration(($"AWS:{setting}", "many")).GetAWSOptions());
            Assert.Contains(setting, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_profile_is_passed_over_for_the_default_credentials()
    {
        using var client = new AWSOptions { Profile = "no-such-profile", Region = RegionEndpoint.EUWest1 }.CreateServiceClient<IAmazonSQS>();

        Assert.Equal("eu-west-1", client.Config.RegionEndpoint.SystemName);
    }

    [Fact]
    public void Try_add_keeps_what_is_there_and_keys_separate_clients()
    {
        var fake = new AmazonSQSClient("a", "b", RegionEndpoint.EUWest1);
        using var services = new ServiceCollection()
            .AddSingleton<IAmazonSQS>(fake)
            .TryAddAWSService<IAmazonSQS>()
            .AddKeyedAWSService<IAmazonSQS>("far", new AWSOptions { Region = RegionEndpoint.APSoutheast2 })
            .BuildServiceProvider();

        Assert.Same(fake, services.GetRequiredService<IAmazonSQS>());
        Assert.Equal("ap-southeast-2", services.GetRequiredKeyedService<IAmazonSQS>("far").Config.RegionEndpoint.SystemName);
    }

    private static IServiceCollection Everything() => new ServiceCollection()
        .AddSingleton(Configuration(("AWS:Region", "eu-south-1")))
        .AddDefaultAWSOptions(new AWSOptions { Region = RegionEndpoint.EUWest3 });

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();

    private static string RegionOf(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IAmazonSQS>().Config.RegionEndpoint.SystemName;
    }
}
