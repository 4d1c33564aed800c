using Amazon.RDSDataService;
using Amazon.RDSDataService.Model;
using Amazon.Runtime;
using OrgLens.Audit.Replay;
using OrgLens.Aws;
using OrgLens.Dashboards;
using OrgLens.Database;
using OrgLens.Deployment;
using OrgLens.Local;
using OrgLens.Publishing;
using OrgLens.QuickSight;
using OrgLens.Sender;

namespace OrgLens.Cli.Hub;

/// <summary>Says of a failure what a reader can do about it.</summary>
internal static class Failure
{
    /// <summary>The failure in one line's parts; null when it is nothing that a reader could do something about.</summary>
    public static CommandException? Explain(Exception failure) => failure switch
    {
        CommandException explained => explained,
        DatabaseResumingException => new(failure.Message, "database", "the cluster is waking up: try again in half a minute"),
        StatementTimeoutException => new(failure.Message, "database", "make the question smaller: the Data API gives a statement 45 seconds"),
        AmazonRDSDataServiceException { Message: var message } when message.Contains("response size", StringComparison.OrdinalIgnoreCase) =>
            new(message, "database", "ask for fewer rows or columns: the Data API answers with 1 MiB at most"),
        UnsupportedResultException => new(failure.Message, "database", "cast the column to text"),
        BadRequestException or DatabaseErrorException => new(failure.Message, "database", "check the statement"),
        AmazonServiceException { ErrorCode: "AccessDeniedException" or "AccessDenied" or "ForbiddenException" } => new(failure.Message, "AWS", "check the permissions of the credentials in use"),
        AmazonServiceException service => new($"{service.ErrorCode}: {service.Message}", "AWS", "check the names in your environment, or try again"),
        SendRequestException => new(failure.Message, ExitCode.WrongUsage),
        AwsCallException { Kind: AwsErrorKind.DeniedByPolicy or AwsErrorKind.DeniedByScp } => new(failure.Message, "AWS", "check the permissions of the credentials in use"),
        // What CloudFormation says is about the template and the parameters that were sent to it.
        AwsCallException { Operation.Service.Id: "CloudFormation", ServiceMessage: { Length: > 0 } words } => new($"{failure.Message}: {words}", "CloudFormation", "see docs/deploy.md"),
        AwsCallException or AwsAnswerException => new(failure.Message, "AWS", "check credentials, AWS_REGION and AWS_ENDPOINT_URL, or try again"),
        ArchiveMissingException => new(failure.Message, "EventBridge", "give the bus that the hub's template has made an archive of (AUDIT_BUS)"),
        HttpRequestException => new(failure.Message, "network", "check that AWS_ENDPOINT_URL is right and that `orglens local` is running"),
        AmazonClientException => new(failure.Message, "AWS SDK", "set AWS_REGION and credentials, or run `eval \"$(orglens local env)\"`"),
        // These say themselves where and what to do.
        MigrationException or LocalCloudException or DeploymentException or DashboardException or AnalysisMigrationException or PublishingException => new(failure.Message),
        IOException or UnauthorizedAccessException => new(failure.Message, "file system", "check that the path exists and that you may use it"),
        _ => null,
    };
}
