namespace OrgLens.QuickSight;

/// <summary>What to do with an analysis: a test event, the properties of a CloudFormation resource, or the options of the command line.</summary>
public sealed record AnalysisRequest
{
    /// <summary><c>import</c> (also when null), <c>rollback</c> or <c>status</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The bundle: <c>s3://bucket/key.qs</c>, a file or a folder; null: the analysis that this version carries.</summary>
    public string? Bundle { get; init; }

    /// <summary>Name of the analysis; null: the one in the bundle.</summary>
    public string? Name { get; init; }

    /// <summary>Id of the analysis; null: the one in the bundle.</summary>
    public string? AnalysisId { get; init; }

    /// <summary>Group that may use it; null: the variable <c>QUICKSIGHT_GROUP</c>, or OrgLens.</summary>
    public string? Group { get; init; }

    /// <summary>ARN of a user or group that may use it, instead of <see cref="Group"/>.</summary>
    public string? Principal { get; init; }

    /// <summary>Secret that the database is entered with; null: the variable <c>QUICKSIGHT_SECRET_ARN</c>, or <c>AURORA_SECRET_ARN</c>.</summary>
    public string? SecretArn { get; init; }

    /// <summary>VPC connection to the database; null: the variable <c>QUICKSIGHT_VPC_CONNECTION_ARN</c>.</summary>
    public string? VpcConnectionArn { get; init; }

    /// <summary>The Glue database that has the views as tables: then data sets read through Athena.</summary>
    public string? AthenaDatabase { get; init; }

    /// <summary>Athena's work group; null: <c>primary</c>.</summary>
    public string? AthenaWorkGroup { get; init; }

    /// <summary>The version to go back to; null: the newest kept one that is another than the present one.</summary>
    public string? Version { get; init; }

    /// <summary>Import it also when QuickSight has this very version.</summary>
    public bool Force { get; init; }
}
