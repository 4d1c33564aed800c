namespace OrgLens.Aws;

/// <summary>One operation of a service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Name">Name in the public model.</param>
public sealed record AwsOperation(AwsService Service, string Name)
{
    /// <summary>Method and path, for REST protocols.</summary>
    public AwsRoute? Route { get; init; }

    /// <summary>How it is read to its end; null: one answer is all.</summary>
    public AwsPaging? Paging { get; init; }

    /// <summary>Actions that its caller must be allowed.</summary>
    public IReadOnlyList<string> IamActions { get; init; } = [$"{Service.IamPrefix}:{Name}"];

    /// <summary>Whether its answer may hold nothing; of any other, an answer without a result is malformed.</summary>
    public bool HasNoResult { get; init; }

    /// <summary>Price of one request in USD.</summary>
    public decimal PriceUsd { get; init; }

    /// <summary>Service and name, as IAM writes actions.</summary>
    public override string ToString() => $"{Service.IamPrefix}:{Name}";
}
