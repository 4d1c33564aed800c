using System.Globalization;
using OrgLens.Local.Provisioning;

namespace OrgLens.Local.Lambda;

/// <summary>The variables that a function's process sees: Lambda's own and the function's, nothing of the developer's.</summary>
internal static class FunctionEnvironment
{
    private const string AccessKeyId = "AWS_ACCESS_KEY_ID";

    // What programs need to start at all.
    private static readonly string[] s_inherited = ["PATH", "HOME", "TMPDIR", "DOTNET_ROOT", "LD_LIBRARY_PATH"];

    public static IReadOnlyDictionary<string, string> For(FunctionDefinition function, LambdaHostOptions options, string runtimeApi)
    {
        var variables = new Dictionary<string, string>();
        foreach (var name in s_inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                variables[name] = value;
            }
        }

        foreach (var (name, value) in options.Environment.Concat(function.Environment).Concat(Lambda(function, options, runtimeApi)))
        {
            variables[name] = value;
        }

        // A function signs by its own name, as it does by its own role in AWS; the emulator takes whoever it does not know for one of its account.
        if (variables.GetValueOrDefault(AccessKeyId) == ClientEnvironment.AccessKeyId)
        {
            variables[AccessKeyId] = function.Name;
        }

        return variables;
    }

    private static Dictionary<string, string> Lambda(FunctionDefinition function, LambdaHostOptions options, string runtimeApi) => new()
    {
        ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
        ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
        ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemorySize.ToString(CultureInfo.InvariantCulture),
        ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.Name}",
        ["AWS_LAMBDA_LOG_STREAM_NAME"] = "local",
        ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
        ["AWS_EXECUTION_ENV"] = "AWS_Lambda_dotnet10",
        ["AWS_REGION"] = options.Region,
        ["AWS_DEFAULT_REGION"] = options.Region,
        ["LAMBDA_TASK_ROOT"] = Path.GetDirectoryName(Path.GetFullPath(options.Command[0])) ?? "/",
        ["_HANDLER"] = function.Handler,
        ["TZ"] = ":UTC",
    };
}
