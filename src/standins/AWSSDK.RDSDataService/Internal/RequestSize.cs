using Amazon.RDSDataService.Model;
using Amazon.StandIns;

namespace Amazon.RDSDataService;

/// <summary>Estimates a request's size, so that one with megabytes of parameters is written without growing the buffer.</summary>
internal static class RequestSize
{
    private const int Fixed = 1024;
    private const int PerParameter = 64;

    public static int Of(ExecuteStatementRequest request) => Fixed + Of(request.Sql) + Of(request.Parameters);

    public static int Of(BatchExecuteStatementRequest request)
    {
        var size = Fixed + Of(request.Sql);
        foreach (var set in request.ParameterSets ?? [])
        {
            size += Of(set);
        }

        return size;
    }

    private static int Of(List<SqlParameter> parameters)
    {
        var size = 0;
        foreach (var parameter in parameters ?? [])
        {
            size += PerParameter + Of(parameter.Name) + Of(parameter.Value?.StringValue) + JsonWriting.EncodedLength(parameter.Value?.BlobValue);
        }

        return size;
    }

    // A twelfth more for escapes and letters beyond ASCII.
    private static int Of(string text) => text is null ? 0 : text.Length + (text.Length / 12);
}
