using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using OrgLens.Aws;

namespace OrgLens.Cli.Hub;

/// <summary>Whose credentials a command uses.</summary>
internal static class Profiles
{
    /// <summary>A profile's, or a local cloud's; null: the SDK's usual ones.</summary>
    public static AWSCredentials? Credentials(CommandContext context, string? profile) =>
        profile is not null ? OfProfile(profile)
        : context.LocalEnvironment is { } environment ? new BasicAWSCredentials(environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"])
        : null;

    /// <summary>A client with those credentials, of the local cloud if the command has one.</summary>
    public static AwsClient Client(CommandContext context, string? profile) =>
        new(new AwsClientOptions { Endpoint = context.Endpoint, Credentials = Credentials(context, profile) }, TimeProvider.System);

    private static AWSCredentials OfProfile(string profile) =>
        new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var credentials)
            ? credentials
            : throw new CommandException($"There is no profile '{profile}'", "AWS configuration", "see `aws configure list-profiles`", ExitCode.WrongUsage);
}
