namespace OrgLens.Database;

/// <summary>Passwords of the database's own roles; null leaves one as it is.</summary>
/// <param name="Application">Of <c>orglens_app</c>, which the functions enter as.</param>
/// <param name="Reader">Of <c>orglens_reader</c>, which only reads: QuickSight and others enter as it.</param>
public sealed record RolePasswords(string? Application, string? Reader)
{
    /// <summary>Role and password of those that are given.</summary>
    internal IEnumerable<(string Role, string Password)> Given
    {
        get
        {
            if (Application is not null)
            {
                yield return ("orglens_app", Application);
            }

            if (Reader is not null)
            {
                yield return ("orglens_reader", Reader);
            }
        }
    }

    /// <summary>Says nothing of them.</summary>
    public override string ToString() => nameof(RolePasswords);
}
