using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Amazon.Lambda.Core;
using AspectInjector.Broker;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>What AspectInjector weaves around a method that has [Logging].</summary>
[Aspect(Scope.Global)]
public class LoggingAspect
{
    private static readonly MethodInfo Await = typeof(LoggingAspect).GetMethod(nameof(AwaitOf), BindingFlags.NonPublic | BindingFlags.Static);
    private static readonly ConcurrentDictionary<Type, Func<Task, LoggedCall, Task>> Awaits = new();

    [Advice(Kind.Around)]
    [SuppressMessage("Performance", "CA1822", Justification = "AspectInjector calls advice on the aspect's one instance.")]
    public object Around(
        [Argument(Source.Target)] Func<object[], object> target,
        [Argument(Source.Arguments)] object[] args,
        [Argument(Source.ReturnType)] Type returnType,
        [Argument(Source.Triggers)] Attribute[] triggers)
    {
        var attribute = triggers.OfType<LoggingAttribute>().First();
        var call = LoggedCall.Enter(attribute, args.FirstOrDefault(), args.OfType<ILambdaContext>().FirstOrDefault());
        object result;
        try
        {
            result = target(args);
        }
        catch (Exception)
        {
            call.Complete();
            throw;
        }
        finally
        {
            call.Leave();
        }

        if (result is Task task)
        {
            return Awaits.GetOrAdd(returnType, AwaitFor)(task, call);
        }

        call.Complete();
        return result;
    }

    private static Func<Task, LoggedCall, Task> AwaitFor(Type returnType) => returnType.IsGenericType
        ? Await.MakeGenericMethod(returnType.GenericTypeArguments[0]).CreateDelegate<Func<Task, LoggedCall, Task>>()
        : AwaitPlain;

    private static async Task AwaitPlain(Task task, LoggedCall call)
    {
        try
        {
            await task;
        }
        finally
        {
            call.Complete();
        }
    }

    private static async Task<T> AwaitOf<T>(Task task, LoggedCall call)
    {
        try
        {
            return await (Task<T>)task;
        }
        finally
        {
            call.Complete();
        }
    }
}
