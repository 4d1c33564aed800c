using OrgLens.Aws;

namespace OrgLens.QuickSight;

/// <summary>What is asked of QuickSight: https://docs.aws.amazon.com/quicksight/latest/APIReference/API_Operations.html</summary>
public static class QuickSightOperations
{
    private const string Account = "/accounts/{AwsAccountId}";
    private const string Group = Account + "/namespaces/{Namespace}/groups/{GroupName}";
    private const string DataSource = Account + "/data-sources/{DataSourceId}";
    private const string DataSet = Account + "/data-sets/{DataSetId}";
    private const string Analysis = Account + "/analyses/{AnalysisId}";

    internal static readonly AwsOperation DescribeGroup = Get("DescribeGroup", Group);
    internal static readonly AwsOperation CreateGroup = Post("CreateGroup", Account + "/namespaces/{Namespace}/groups");
    internal static readonly AwsOperation CreateGroupMembership = Put("CreateGroupMembership", Group + "/members/{MemberName}");
    internal static readonly AwsOperation ListUsers = List("ListUsers", Account + "/namespaces/{Namespace}/users");
    internal static readonly AwsOperation ListGroupMemberships = List("ListGroupMemberships", Group + "/members");
    internal static readonly AwsOperation DescribeDataSource = Get("DescribeDataSource", DataSource);
    internal static readonly AwsOperation CreateDataSource = Post("CreateDataSource", Account + "/data-sources");
    internal static readonly AwsOperation UpdateDataSource = Put("UpdateDataSource", DataSource);
    internal static readonly AwsOperation DescribeDataSourcePermissions = Get("DescribeDataSourcePermissions", DataSource + "/permissions");
    internal static readonly AwsOperation UpdateDataSourcePermissions = Post("UpdateDataSourcePermissions", DataSource + "/permissions");
    internal static readonly AwsOperation DescribeDataSet = Get("DescribeDataSet", DataSet);
    internal static readonly AwsOperation CreateDataSet = Post("CreateDataSet", Account + "/data-sets");
    internal static readonly AwsOperation UpdateDataSet = Put("UpdateDataSet", DataSet);
    internal static readonly AwsOperation DescribeDataSetPermissions = Get("DescribeDataSetPermissions", DataSet + "/permissions");
    internal static readonly AwsOperation UpdateDataSetPermissions = Post("UpdateDataSetPermissions", DataSet + "/permissions");
    internal static readonly AwsOperation DescribeAnalysis = Get("DescribeAnalysis", Analysis);
    internal static readonly AwsOperation DescribeAnalysisPermissions = Get("DescribeAnalysisPermissions", Analysis + "/permissions");
    internal static readonly AwsOperation UpdateAnalysisPermissions = Put("UpdateAnalysisPermissions", Analysis + "/permissions");
    internal static readonly AwsOperation ListTagsForResource = Get("ListTagsForResource", "/resources/{ResourceArn}/tags");
    internal static readonly AwsOperation TagResource = Post("TagResource", "/resources/{ResourceArn}/tags");
    internal static readonly AwsOperation StartImport = Post("StartAssetBundleImportJob", Account + "/asset-bundle-import-jobs/import");
    internal static readonly AwsOperation DescribeImport = Get("DescribeAssetBundleImportJob", Account + "/asset-bundle-import-jobs/{AssetBundleImportJobId}");
    internal static readonly AwsOperation StartExport = Post("StartAssetBundleExportJob", Account + "/asset-bundle-export-jobs/export");
    internal static readonly AwsOperation DescribeExport = Get("DescribeAssetBundleExportJob", Account + "/asset-bundle-export-jobs/{AssetBundleExportJobId}");

    /// <summary>All of them, to hold against the service's model and the function's role.</summary>
    public static IReadOnlyList<AwsOperation> All { get; } =
    [
        DescribeGroup, CreateGroup, CreateGroupMembership, ListGroupMemberships, ListUsers, DescribeDataSource, CreateDataSource, UpdateDataSource,
        DescribeDataSourcePermissions, UpdateDataSourcePermissions, DescribeDataSet, CreateDataSet, UpdateDataSet, DescribeDataSetPermissions, UpdateDataSetPermissions, DescribeAnalysis,
        DescribeAnalysisPermissions, UpdateAnalysisPermissions, ListTagsForResource, TagResource, StartImport, DescribeImport, StartExport, DescribeExport,
    ];

    /// <summary>What QuickSight itself does in the caller's name while it imports and exports: https://docs.aws.amazon.com/quicksight/latest/developerguide/assetbundle-import.html</summary>
    public static IReadOnlyList<string> ActionsOfJobs { get; } =
    [
        "quicksight:CreateAnalysis", "quicksight:DeleteAnalysis", "quicksight:PassDataSet", "quicksight:PassDataSource", "quicksight:UpdateAnalysis",
    ];

    private static AwsOperation List(string name, string path) =>
        AwsServices.QuickSight.Get(name, path, "next-token", "max-results") with { Paging = new AwsPaging("next-token", "NextToken", "max-results", 100) };

    private static AwsOperation Get(string name, string path) => AwsServices.QuickSight.Get(name, path);

    private static AwsOperation Post(string name, string path) => AwsServices.QuickSight.Post(name, path);

    private static AwsOperation Put(string name, string path) => new(AwsServices.QuickSight, name) { Route = new AwsRoute("PUT", path) };
}
