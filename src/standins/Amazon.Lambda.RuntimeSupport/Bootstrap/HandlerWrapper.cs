using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A handler of any shape as the one delegate that the bootstrap calls.</summary>
public partial class HandlerWrapper : IDisposable
{
    private static readonly InvocationResponse _empty = new(Stream.Null, false);

    private HandlerWrapper(LambdaBootstrapHandler handler, ILambdaSerializer serializer)
    {
        Handler = handler;
        Serializer = serializer;
    }

    public LambdaBootstrapHandler Handler { get; }

    internal ILambdaSerializer Serializer { get; }

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> invokeDelegate) => new(
        invocation =>
        {
            var output = new MemoryStream();
            invokeDelegate(invocation.InputStream, invocation.LambdaContext, output);
            output.Position = 0;
            return Task.FromResult(new InvocationResponse(output));
        },
        null);

    public void Dispose() => GC.SuppressFinalize(this);

    private static TInput Read<TInput>(InvocationRequest invocation, ILambdaSerializer serializer) =>
        serializer.Deserialize<TInput>(invocation.InputStream);

    private static HandlerWrapper Empty(ILambdaSerializer serializer, Func<InvocationRequest, Task> handler) => new(
        async invocation =>
        {
            await handler(invocation);
            return _empty;
        },
        serializer);

    private static HandlerWrapper Streamed(ILambdaSerializer serializer, Func<InvocationRequest, Task<Stream>> handler) =>
        new(async invocation => new InvocationResponse(await handler(invocation)), serializer);

    private static HandlerWrapper Typed<TOutput>(ILambdaSerializer serializer, Func<InvocationRequest, Task<TOutput>> handler) => new(
        async invocation =>
        {
            var result = await handler(invocation);
            var output = new MemoryStream();
            serializer.Serialize(result, output);
            output.Position = 0;
            return new InvocationResponse(output);
        },
        serializer);
}
