using System.Globalization;
using System.Reflection;
using Amazon.Runtime;

namespace Amazon.Extensions.NETCore.Setup;

/// <summary>A setting that only some services' configs have (S3's ForcePathStyle, say); the others ignore it.</summary>
internal static class ServiceSpecificSetting
{
    public static void Apply(ClientConfig config, string name, string value)
    {
        var property = config.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);
        if (property is not { CanWrite: true })
        {
            return;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (!type.IsEnum && !typeof(IConvertible).IsAssignableFrom(type))
        {
            return;
        }

        property.SetValue(config, type.IsEnum ? Enum.Parse(type, value, ignoreCase: true) : Convert.ChangeType(value, type, CultureInfo.InvariantCulture));
    }
}
