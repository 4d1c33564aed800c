namespace OrgLens.Local.DataApi;

/// <summary>PostgreSQL's built-in types by their fixed object ids, as far as the service treats them differently.</summary>
internal static class PostgresTypes
{
    public const uint Bool = 16;
    public const uint Bytea = 17;
    public const uint Int8 = 20;
    public const uint Int2 = 21;
    public const uint Int4 = 23;
    public const uint Oid = 26;
    public const uint Float4 = 700;
    public const uint Float8 = 701;
    public const uint Time = 1083;
    public const uint Timestamp = 1114;
    public const uint TimestampTz = 1184;
    public const uint Numeric = 1700;
    public const uint Date = 1082;

    private static readonly Dictionary<uint, string> s_unsupported = new()
    {
        [18] = "\"CHAR\"",
        [600] = "POINT",
        [601] = "LSEG",
        [602] = "PATH",
        [603] = "BOX",
        [604] = "POLYGON",
        [628] = "LINE",
        [718] = "CIRCLE",
        [790] = "MONEY",
        [1186] = "INTERVAL",
        [1266] = "TIMETZ",
        [2202] = "regprocedure",
        [2205] = "regclass",
        [2206] = "regtype",
        [2249] = "RECORD",
    };

    // JDBC's codes, which the service reports whatever it is written in.
    private static readonly Dictionary<uint, int> s_jdbcTypes = new()
    {
        [Bool] = -7,
        [Bytea] = -2,
        [19] = 12,
        [Int8] = -5,
        [Int2] = 5,
        [Int4] = 4,
        [25] = 12,
        [Oid] = -5,
        [Float4] = 7,
        [Float8] = 8,
        [1042] = 1,
        [1043] = 12,
        [Date] = 91,
        [Time] = 92,
        [Timestamp] = 93,
        [TimestampTz] = 93,
        [Numeric] = 2,
    };

    private const int JdbcOther = 1111;

    /// <summary>The name of a type that results must not hold; null for all others.</summary>
    public static string? UnsupportedName(uint oid) => s_unsupported.GetValueOrDefault(oid);

    /// <summary>The JDBC code of a type.</summary>
    public static int JdbcType(uint oid) => s_jdbcTypes.GetValueOrDefault(oid, JdbcOther);

    /// <summary>The digits of types that always have the same number of them.</summary>
    public static int? Precision(uint oid) => oid switch
    {
        Bool => 1,
        Int2 => 5,
        Int4 => 10,
        Int8 => 19,
        Float4 => 8,
        Float8 => 17,
        _ => null,
    };

    /// <summary>Whether values are numbers with a sign.</summary>
    public static bool IsSigned(uint oid) => oid is Int2 or Int4 or Int8 or Float4 or Float8 or Numeric;
}
