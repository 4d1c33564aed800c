using Amazon.Lambda.Annotations.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StandIns.Lambda.Tests.Annotations;

/// <summary>A project folder on disk, compiled with the generator as the SDK would do it.</summary>
internal sealed class FunctionProject : IDisposable
{
    public const string Preamble = """
        using System.Threading.Tasks;
        using Amazon.Lambda.Annotations;
        using Amazon.Lambda.Annotations.S3;
        using Amazon.Lambda.Annotations.Schedule;
        using Amazon.Lambda.Annotations.SNS;
        using Amazon.Lambda.Annotations.SQS;
        using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
        using Amazon.Lambda.Core;
        using Amazon.Lambda.S3Events;
        using Amazon.Lambda.SQSEvents;

        [assembly: LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))]

        """;

    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("annotations-").FullName;

    public FunctionProject(string folder = "src/Sample")
    {
        Folder = Path.Combine(_root, folder);
        Directory.CreateDirectory(Folder);
        Write("Sample.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
    }

    public string Folder { get; }

    public string TemplatePath => Path.Combine(Folder, "serverless.template");

    public string Template
    {
        get => File.ReadAllText(TemplatePath);
        set => File.WriteAllText(TemplatePath, value);
    }

    public void Write(string path, string content) => File.WriteAllText(Path.Combine(Folder, path), content);

    public FunctionBuild Build(
        string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, string preamble = Preamble, params string[] withoutPackages)
    {
        var path = Path.Combine(Folder, "Functions.cs");
        File.WriteAllText(path, preamble + source);
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Latest), path);
        var references = _references.Where(reference => !withoutPackages.Contains(Path.GetFileNameWithoutExtension(reference.Display)));
        var compilation = CSharpCompilation.Create("Sample", [tree], references, new CSharpCompilationOptions(kind));
        var driver = CSharpGeneratorDriver.Create(new AnnotationsGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return new FunctionBuild(driver.GetRunResult(), output);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
