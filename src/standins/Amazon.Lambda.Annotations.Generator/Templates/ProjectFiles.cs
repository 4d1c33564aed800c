#pragma warning disable RS1035 // Reading and writing the template is what the official generator does, too: a documented side effect.
using System.Xml.Linq;
using Amazon.Lambda.Annotations.Generator.Json;

namespace Amazon.Lambda.Annotations.Generator.Templates;

/// <summary>The project and its template on disk.</summary>
internal sealed class ProjectFiles
{
    private ProjectFiles(string project)
    {
        Project = project;
        Directory = Path.GetDirectoryName(project);
        Template = FindTemplate(Directory);
    }

    public string Project { get; }

    public string Directory { get; }

    public string Template { get; }

    public bool TemplateExists => File.Exists(Template);

    /// <summary>Only a literal element counts: an imported file is not looked at.</summary>
    public bool IsTelemetrySuppressed => XDocument.Load(Project).Descendants()
        .Any(element => element.Name.LocalName == "AWSSuppressLambdaAnnotationsTelemetry"
            && element.Parent?.Name.LocalName == "PropertyGroup"
            && string.Equals(element.Value, "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The way from the template's folder to the project, as CodeUri.</summary>
    public string CodeUri
    {
        get
        {
            var from = Path.GetFullPath(Path.GetDirectoryName(Template)).Split(Path.DirectorySeparatorChar);
            var to = Path.GetFullPath(Directory).Split(Path.DirectorySeparatorChar);
            var shared = from.Zip(to, (a, b) => a == b).TakeWhile(same => same).Count();
            var steps = Enumerable.Repeat("..", from.Length - shared).Concat(to.Skip(shared)).ToList();
            return steps.Count == 0 ? "." : string.Join("/", steps);
        }
    }

    /// <returns>The nearest folder above a source file that holds exactly one project; null if there is none.</returns>
    public static ProjectFiles? Above(string? sourceFile)
    {
        if (!File.Exists(sourceFile))
        {
            return null;
        }

        for (var folder = Path.GetDirectoryName(sourceFile); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            var projects = System.IO.Directory.GetFiles(folder, "*.csproj");
            if (projects.Length == 1)
            {
                return new ProjectFiles(projects[0]);
            }
        }

        return null;
    }

    /// <summary>The input of a schedule is given literally or as a file.</summary>
    public static string ReadInput(string projectDirectory, string input)
    {
        if (input.Length == 0 || input.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
        {
            return input;
        }

        var path = Path.Combine(projectDirectory, input);
        return File.Exists(path) ? File.ReadAllText(path) : input;
    }

    public string ReadTemplate() => TemplateExists ? File.ReadAllText(Template) : string.Empty;

    public void WriteTemplate(string content) => File.WriteAllText(Template, content);

    private static string FindTemplate(string directory)
    {
        var defaults = System.IO.Directory.GetFiles(directory, "aws-lambda-tools-defaults.json", SearchOption.AllDirectories).FirstOrDefault();
        return defaults is not null && NamedTemplate(defaults) is { Length: > 0 } template
            ? Path.Combine(Path.GetDirectoryName(defaults), template)
            : Path.Combine(directory, "serverless.template");
    }

    private static string? NamedTemplate(string defaults)
    {
        try
        {
            return (JsonReader.ReadObject(File.ReadAllText(defaults))["template"] as JsonText)?.Value.Replace('\\', Path.DirectorySeparatorChar);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
