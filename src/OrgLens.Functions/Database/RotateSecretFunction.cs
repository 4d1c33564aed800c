using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using Microsoft.Extensions.Logging;
using OrgLens.Database;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace OrgLens.Functions.Database;

/// <summary>Gives the roles that functions and readers enter the database with new passwords, when Secrets Manager says so.</summary>
/// <param name="rotation">Does the steps.</param>
/// <param name="logger">Gets one line for each.</param>
public sealed partial class RotateSecretFunction(SecretRotation rotation, ILogger<RotateSecretFunction> logger)
{
    /// <summary>One step of a rotation; a test without a version tests what is current.</summary>
    [LambdaFunction(ResourceName = "RotateSecret", Role = "@RotateSecretRole", MemorySize = 512, Timeout = 120)]
    [Logging(ClearState = true)]
    public async Task RotateSecret(RotationRequest request, ILambdaContext context)
    {
        using var deadline = Deadline.Before(context);
        var secret = request.SecretId is { Length: > 0 } id ? id : Environment.GetEnvironmentVariable("APPLICATION_SECRET_ARN");
        if (secret is not { Length: > 0 } || !Enum.TryParse<RotationStep>(request.Step, ignoreCase: true, out var step))
        {
            throw new InvalidOperationException($"There is no step {request.Step} of a rotation of {secret}.");
        }

        await rotation.RunAsync(step, secret, request.ClientRequestToken, deadline.Token);
        LogRotated(step, secret, request.ClientRequestToken);
    }

    [LoggerMessage(30, LogLevel.Information, "{Step} of {Secret}, version {Version}, is done")]
    private partial void LogRotated(RotationStep step, string secret, string? version);
}
