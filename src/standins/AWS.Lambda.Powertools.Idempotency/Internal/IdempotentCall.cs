using System.Reflection;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Idempotency.Exceptions;

namespace AWS.Lambda.Powertools.Idempotency.Internal;

/// <summary>One call of an idempotent method.</summary>
internal sealed record IdempotentCall(Func<object> Target, object Payload, string MethodName, string KeyPrefix, ILambdaContext Context)
{
    public static IdempotentCall Of(Func<object> target, object[] args, MethodBase method, string keyPrefix)
    {
        var parameters = method.GetParameters();
        var isHandler = parameters.Length == 2 && typeof(ILambdaContext).IsAssignableFrom(parameters[1].ParameterType);
        return new IdempotentCall(
            target,
            isHandler || args.Length == 1 ? args[0] : Marked(method.Name, parameters, args),
            method.Name,
            keyPrefix,
            isHandler ? (ILambdaContext)args[1] : Idempotency.LambdaContext);
    }

    private static object Marked(string method, ParameterInfo[] parameters, object[] args)
    {
        var index = Array.FindIndex(parameters, parameter => parameter.IsDefined(typeof(IdempotencyKeyAttribute)));
        return index >= 0
            ? args[index]
            : throw new IdempotencyConfigurationException(
                $"The method {method} has no parameter with [IdempotencyKey], nor is it a handler or a method with one parameter.");
    }
}
