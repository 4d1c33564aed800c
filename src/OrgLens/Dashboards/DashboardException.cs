namespace OrgLens.Dashboards;

/// <summary>A definition says something that cannot be understood or drawn here. The message names it.</summary>
public sealed class DashboardException : Exception
{
    /// <inheritdoc/>
    public DashboardException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public DashboardException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
