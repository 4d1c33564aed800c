namespace OrgLens.Local.Lambda;

/// <summary>An error that Lambda itself reports for a function.</summary>
internal sealed record LambdaError(string ErrorType, string ErrorMessage);
