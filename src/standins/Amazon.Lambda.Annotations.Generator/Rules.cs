using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.Generator;

/// <summary>The official rule ids and severities.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor Unhandled = Error(
        "AWSLambda0001", "Unhandled exception", "The generator failed: {0}");

    public static readonly DiagnosticDescriptor SeveralStartups = Error(
        "AWSLambda0101", "Several startup classes", "A project can have one class with [LambdaStartup] only: {0}");

    public static readonly DiagnosticDescriptor SeveralEventKinds = Error(
        "AWSLambda0102", "Several kinds of events", "A Lambda function cannot have event attributes of several kinds");

    public static readonly DiagnosticDescriptor Generated = new(
        "AWSLambda0103", "Generated code", "{0}: {1}", "AWSLambdaCSharpGenerator", DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor MissingPackage = Error(
        "AWSLambda0104", "Missing package", "The project must reference the package {0}");

    public static readonly DiagnosticDescriptor InvalidResourceName = Error(
        "AWSLambda0106", "Invalid resource name", "The resource name '{0}' may consist of letters and digits only");

    public static readonly DiagnosticDescriptor MissingSerializer = Error(
        "AWSLambda0108", "Missing serializer", "Neither the assembly nor the method has a [LambdaSerializer] attribute");

    public static readonly DiagnosticDescriptor NotExecutable = Error(
        "AWSLambda0111", "Not an executable", "GenerateMain needs OutputType Exe in the project file");

    public static readonly DiagnosticDescriptor InvalidRuntime = Error(
        "AWSLambda0112", "Invalid runtime", "The runtime '{0}' is none of provided.al2, provided.al2023, dotnet8, dotnet10");

    public static readonly DiagnosticDescriptor NoFunctions = Error(
        "AWSLambda0113", "No functions", "GenerateMain is set but no method has [LambdaFunction]");

    public static readonly DiagnosticDescriptor MainExists = Error(
        "AWSLambda0114", "Main exists", "GenerateMain is set but the project already has a static Main method");

    public static readonly DiagnosticDescriptor InvalidSqsEvent = Error(
        "AWSLambda0116", "Invalid SQSEvent attribute", "Invalid SQSEvent attribute: {0}");

    public static readonly DiagnosticDescriptor InvalidSignature = Error(
        "AWSLambda0117", "Invalid signature", "Invalid signature of a Lambda function: {0}");

    public static readonly DiagnosticDescriptor HandlerTooLong = Error(
        "AWSLambda0118", "Handler too long", "The handler '{0}' has more than 127 characters");

    public static readonly DiagnosticDescriptor TwoConfigureMethods = Error(
        "AWSLambda0119", "Two configure methods", "{0} has both ConfigureServices and ConfigureHostBuilder; only the latter is used");

    public static readonly DiagnosticDescriptor MissingLambdaFunction = Error(
        "AWSLambda0129", "Missing LambdaFunction attribute", "The method has [{0}] but no [LambdaFunction]");

    public static readonly DiagnosticDescriptor InvalidS3Event = Error(
        "AWSLambda0136", "Invalid S3Event attribute", "Invalid S3Event attribute: {0}");

    public static readonly DiagnosticDescriptor InvalidSnsEvent = Error(
        "AWSLambda0138", "Invalid SNSEvent attribute", "Invalid SNSEvent attribute: {0}");

    public static readonly DiagnosticDescriptor InvalidScheduleEvent = Error(
        "AWSLambda0139", "Invalid ScheduleEvent attribute", "Invalid ScheduleEvent attribute: {0}");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "AWSLambdaCSharpGenerator", DiagnosticSeverity.Error, true);
}
