using System.Text;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// Texts of all planes, the same at every run: letters, marks, what cannot be seen, what turns text around, halves of characters.
/// </summary>
internal static class RandomText
{
    private static readonly string[] Wicked =
    [
        "\u202E", "\u2066", "\u2069", "\u200B", "\u200C", "\u200D", "\u2060", "\u00AD", "\uFEFF", "\u3164", "\u115F", "\u1160", "\uFFA0",
        "\u2800", "\u034F", "\uFE0F",
        "\U000E0101", "\U000E0041", "\u180E", "\u180B", "\uFFFC", "\uFFFD", "\uFFFE", "\uFFFF", "\0", "\u001b", "\r\n", "\n", "\u2028",
        "\t", "\u00A0", "\u3000", "\ud842", "\udfb7",
        "e\u0301", "\u0301", "\u0958", "ශ්\u200Dරී", "می\u200Cخواهم", "𠮷", "𞤀𞤁", "葛\U000E0100", "ᠠ\u180Eᠠ", "’", "@", ".", "www.",
        "http://", "evil.example", "ｈｔｔｐ：／／", "а", "İ", "ß", "ﬁ", "Ω",
        "😀", "👨\u200D👩\u200D👧", "🇫🇷", "=", "<script>", "ก", "한", "\u1112\u1161\u11ab",
    ];

#if MUTANTS
    // Each of a thousand changed operators is looked at anew: the first few texts have to do.
    private const int OneIn = 100;
#else
    private const int OneIn = 1;
#endif

    public static IEnumerable<string> Samples(int count, int seed = 20261129)
    {
        // Not for secrets: the same texts at every run.
#pragma warning disable CA5394
        var random = new Random(seed);
        for (var sample = 0; sample < count / OneIn; sample++)
        {
            var text = new StringBuilder();
            for (var part = random.Next(0, 24); part > 0; part--)
            {
                _ = random.Next(5) switch
                {
                    0 => text.Append(Wicked[random.Next(Wicked.Length)]),
                    1 => text.Append((char)random.Next(0x20, 0x7F)),
                    2 => text.Append((char)random.Next(0, 0x10000)),
                    3 => text.Append(char.ConvertFromUtf32(Plane(random))),
                    _ => text.Append((char)random.Next(0x300, 0x1000)),
                };
            }

            yield return text.ToString();
        }
    }

    private static int Plane(Random random) => random.Next(0x10000, 0x110000);
#pragma warning restore CA5394
}
