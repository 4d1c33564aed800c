using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using AspectInjector.Broker;
using AWS.Lambda.Powertools.Idempotency.Exceptions;

namespace AWS.Lambda.Powertools.Idempotency.Internal;

/// <summary>What AspectInjector weaves around a method that has [Idempotent].</summary>
[Aspect(Scope.Global)]
public class IdempotentAspect
{
    private static readonly MethodInfo HandleTask = Method(nameof(HandleTaskOf));
    private static readonly MethodInfo HandleValue = Method(nameof(HandleValueOf));
    private static readonly ConcurrentDictionary<Type, Func<IdempotentCall, object>> Handlers = new();

    [Advice(Kind.Around)]
    [SuppressMessage("Performance", "CA1822", Justification = "AspectInjector calls advice on the aspect's one instance.")]
    public object Around(
        [Argument(Source.Target)] Func<object[], object> target,
        [Argument(Source.Arguments)] object[] args,
        [Argument(Source.Metadata)] MethodBase method,
        [Argument(Source.ReturnType)] Type returnType,
        [Argument(Source.Triggers)] Attribute[] triggers)
    {
        if (bool.TryParse(Environment.GetEnvironmentVariable("POWERTOOLS_IDEMPOTENCY_DISABLED"), out var disabled) && disabled)
        {
            return target(args);
        }

        if (returnType == typeof(void))
        {
            throw new IdempotencyConfigurationException("The annotated method doesn't return anything. Unable to perform idempotency on void return type");
        }

        var call = IdempotentCall.Of(() => target(args), args, method, triggers.OfType<IdempotentAttribute>().First().KeyPrefix);
        return Handlers.GetOrAdd(returnType, HandlerOf)(call);
    }

    private static Func<IdempotentCall, object> HandlerOf(Type returnType)
    {
        if (returnType == typeof(Task))
        {
            return HandlePlainTask;
        }

        var (method, result) = returnType.IsGenericType && returnType.GetGenericTypeDefinition() == typeof(Task<>)
            ? (HandleTask, returnType.GenericTypeArguments[0])
            : (HandleValue, returnType);
        return method.MakeGenericMethod(result).CreateDelegate<Func<IdempotentCall, object>>();
    }

    private static Task<object> HandlePlainTask(IdempotentCall call) => new IdempotentFlow<object>(call, async () =>
    {
        await (Task)call.Target();
        return new object();
    }).RunAsync();

    private static Task<T> HandleTaskOf<T>(IdempotentCall call) => new IdempotentFlow<T>(call, () => (Task<T>)call.Target()).RunAsync();

    private static object HandleValueOf<T>(IdempotentCall call) =>
        new IdempotentFlow<T>(call, () => Task.FromResult((T)call.Target())).RunAsync().GetAwaiter().GetResult();

    private static MethodInfo Method(string name) => typeof(IdempotentAspect).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static);
}
