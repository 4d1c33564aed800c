using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <content>Every shape of handler: six inputs by six results.</content>
public partial class HandlerWrapper
{
    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) =>
        Empty(null, i => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) =>
        Empty(null, i => handler(i.InputStream));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Empty(serializer, i => handler(Read<TInput>(i, serializer)));

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) =>
        Empty(null, i => handler(i.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        Empty(null, i => handler(i.InputStream, i.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        Empty(serializer, i => handler(Read<TInput>(i, serializer), i.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) =>
        Streamed(null, i => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) =>
        Streamed(null, i => handler(i.InputStream));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Streamed(serializer, i => handler(Read<TInput>(i, serializer)));

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        Streamed(null, i => handler(i.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        Streamed(null, i => handler(i.InputStream, i.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Streamed(serializer, i => handler(Read<TInput>(i, serializer), i.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => handler());

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => handler(i.InputStream));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => handler(Read<TInput>(i, serializer)));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => handler(i.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => handler(i.InputStream, i.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => handler(Read<TInput>(i, serializer), i.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Action handler) =>
        Empty(null, i => { handler(); return Task.CompletedTask; });

    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) =>
        Empty(null, i => { handler(i.InputStream); return Task.CompletedTask; });

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Empty(serializer, i => { handler(Read<TInput>(i, serializer)); return Task.CompletedTask; });

    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) =>
        Empty(null, i => { handler(i.LambdaContext); return Task.CompletedTask; });

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        Empty(null, i => { handler(i.InputStream, i.LambdaContext); return Task.CompletedTask; });

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        Empty(serializer, i => { handler(Read<TInput>(i, serializer), i.LambdaContext); return Task.CompletedTask; });

    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) =>
        Streamed(null, i => Task.FromResult(handler()));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) =>
        Streamed(null, i => Task.FromResult(handler(i.InputStream)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        Streamed(serializer, i => Task.FromResult(handler(Read<TInput>(i, serializer))));

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) =>
        Streamed(null, i => Task.FromResult(handler(i.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        Streamed(null, i => Task.FromResult(handler(i.InputStream, i.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        Streamed(serializer, i => Task.FromResult(handler(Read<TInput>(i, serializer), i.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => Task.FromResult(handler()));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => Task.FromResult(handler(i.InputStream)));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => Task.FromResult(handler(Read<TInput>(i, serializer))));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => Task.FromResult(handler(i.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => Task.FromResult(handler(i.InputStream, i.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Typed(serializer, i => Task.FromResult(handler(Read<TInput>(i, serializer), i.LambdaContext)));
}
