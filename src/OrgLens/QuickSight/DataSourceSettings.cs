using System.Text.Json.Nodes;

namespace OrgLens.QuickSight;

/// <summary>Where data sets read: the database, or Athena with the same views.</summary>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DataSourceParameters.html</remarks>
public abstract record DataSourceSettings
{
    /// <summary>The id of the data source, which stays the same.</summary>
    public abstract string Id { get; }

    /// <summary>QuickSight's word for its kind.</summary>
    public abstract string Type { get; }

    /// <summary>Member of <c>DataSourceParameters</c> and what is in it.</summary>
    internal abstract KeyValuePair<string, JsonObject> Parameters { get; }

    /// <summary>The secret with <c>username</c> and <c>password</c>; null where it is entered by role.</summary>
    public virtual string? SecretArn => null;

    /// <summary>The VPC connection that it is reached through; null: none.</summary>
    public virtual string? VpcConnectionArn => null;

    /// <summary>The table of a view, without its columns.</summary>
    internal abstract JsonObject Table(string view);
}
