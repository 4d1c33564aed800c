using System.Text.RegularExpressions;
using Amazon.Lambda.Annotations.Generator.Model;

namespace Amazon.Lambda.Annotations.Generator;

/// <summary>What the official generator refuses about a function.</summary>
internal static class FunctionCheck
{
    private const string BatchResponse = "Amazon.Lambda.SQSEvents.SQSBatchResponse";
    private static readonly Regex _alphanumeric = new("^[a-zA-Z0-9]+$");

    public static IEnumerable<Problem> Problems(FunctionModel function, ProjectModel project, bool isExecutable)
    {
        var missing = function.Events.Select(e => e.Kind.Package).FirstOrDefault(package => !project.References.Contains(package));
        if (missing is not null)
        {
            return [new Problem(Rules.MissingPackage, function.Where, missing)];
        }

        return General(function, project, isExecutable).Concat(
            function.Events.Select(e => e.Kind).Distinct().Count() > 1
                ? [new Problem(Rules.SeveralEventKinds, function.Where)]
                : OfEvents(function));
    }

    private static IEnumerable<Problem> General(FunctionModel function, ProjectModel project, bool isExecutable)
    {
        if (!_alphanumeric.IsMatch(function.ResourceName))
        {
            yield return new Problem(Rules.InvalidResourceName, function.Where, function.ResourceName);
        }

        if (!function.IsImage && function.Handler(isExecutable).Length > 127)
        {
            yield return new Problem(Rules.HandlerTooLong, function.Where, function.Handler(isExecutable));
        }

        if ((function.Serializer ?? project.Serializer) is null)
        {
            yield return new Problem(Rules.MissingSerializer, function.Where);
        }
    }

    private static IEnumerable<Problem> OfEvents(FunctionModel function)
    {
        if (function.Events.Count == 0)
        {
            yield break;
        }

        var kind = function.Events[0].Kind;
        foreach (var complaint in function.Events.SelectMany(EventCheck.Complaints).Concat(EventCheck.SharedNames(function.Events)))
        {
            yield return new Problem(kind.InvalidAttribute, function.Where, complaint);
        }

        var types = function.Parameters.Select(parameter => parameter.Type).ToList();
        if (types.Count is 0 or > 2 || types[0] != kind.EventType || (types.Count == 2 && !function.Parameters[1].IsContext))
        {
            yield return new Problem(Rules.InvalidSignature, function.Where, $"with [{kind.Name}] it takes ({kind.EventType}) or that and an ILambdaContext");
        }

        if (!MayReturn(kind, function))
        {
            yield return new Problem(
                Rules.InvalidSignature,
                function.Where,
                $"with [{kind.Name}] it returns void or Task{(kind == EventKind.Sqs ? ", SQSBatchResponse or Task<SQSBatchResponse>" : string.Empty)}");
        }
    }

    private static bool MayReturn(EventKind kind, FunctionModel function) =>
        function.Shape is ReturnShape.Nothing or ReturnShape.Task
        || (kind == EventKind.Sqs && function.ReturnType is BatchResponse or $"System.Threading.Tasks.Task<{BatchResponse}>");
}
