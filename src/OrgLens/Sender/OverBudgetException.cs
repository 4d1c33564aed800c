using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>The spend guard refused a paid call.</summary>
public sealed class OverBudgetException(AwsOperation operation) : Exception($"{operation}: over budget");
