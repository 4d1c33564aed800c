using OrgLens.Functions.CustomResources;

namespace OrgLens.Functions.Database;

/// <summary>A request to bring the database to this version's schema.</summary>
public sealed record MigrationRequest : CustomResourceRequest
{
    internal override string NewResourceId => "orglens-schema";
}
