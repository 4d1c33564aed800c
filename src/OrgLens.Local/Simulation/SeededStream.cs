using System.Globalization;
using System.Text;

namespace OrgLens.Local.Simulation;

/// <summary>
/// Numbers that depend on nothing but a seed and a path of names (splitmix64). <see cref="Random"/> promises no sequence across versions of .NET,
/// and a child stream must not depend on how much its parent has been used.
/// </summary>
internal sealed class SeededStream(ulong origin)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private readonly ulong _origin = origin;
    private ulong _state = origin;

    public SeededStream Child(string name)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 0x100000001B3UL;
        }

        return new SeededStream(Mix(_origin + Gamma) ^ Mix(hash));
    }

    public SeededStream Child(long number) => new(Mix(_origin + Gamma) ^ Mix(unchecked((ulong)number) * Gamma + 1));

    public ulong Bits() => Mix(_state += Gamma);

    /// <summary>A whole number from <paramref name="minimum"/> up to, but not including, <paramref name="limit"/>.</summary>
    public int Int(int minimum, int limit) => minimum + (int)(Bits() % (ulong)Math.Max(1, limit - minimum));

    public double Fraction() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public double Between(double minimum, double maximum) => minimum + (maximum - minimum) * Fraction();

    public bool Chance(double probability) => Fraction() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Int(0, choices.Count)];

    public string Hex(int digits)
    {
        var text = new StringBuilder(digits + 16);
        while (text.Length < digits)
        {
            text.Append(Bits().ToString("x16", CultureInfo.InvariantCulture));
        }

        text.Length = digits;
        return text.ToString();
    }

    public string Uuid()
    {
        var digits = Hex(32);
        return $"{digits[..8]}-{digits[8..12]}-4{digits[13..16]}-a{digits[17..20]}-{digits[20..]}";
    }

    public string Letters(int count) => string.Create(count, this, static (span, stream) =>
    {
        const string alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
        foreach (ref var character in span)
        {
            character = alphabet[stream.Int(0, alphabet.Length)];
        }
    });

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
