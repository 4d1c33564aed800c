using Amazon.RDSDataService.Model;

namespace OrgLens.Database;

/// <summary>Named parameters of a statement.</summary>
public static class Parameter
{
    /// <summary>Text; null becomes SQL null.</summary>
    public static SqlParameter Text(string name, string? value) =>
        new() { Name = name, Value = value is null ? new Field { IsNull = true } : new Field { StringValue = value } };

    /// <summary>Bytes (<c>bytea</c>). The stream is sent as it is, from its beginning.</summary>
    public static SqlParameter Bytes(string name, MemoryStream value) =>
        new() { Name = name, Value = new Field { BlobValue = value } };
}
