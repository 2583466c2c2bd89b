namespace Ephyto.AdminConsole.Tests.Platform.Uploads;

/// <summary>A file as it comes out of a bad line, or out of bad hands: always the same for the same random numbers.</summary>
internal static class Mutation
{
    private static readonly byte[][] Hurtful =
    [
        "[[[[[[[["u8.ToArray(), "<<<<<<<<"u8.ToArray(), "((((((((("u8.ToArray(), "\"\"\"\""u8.ToArray(), "-----BEGIN "u8.ToArray(),
        "2147483647"u8.ToArray(), "-1"u8.ToArray(),
        [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x30, 0x80, 0x30, 0x80], [0xFF, 0xFE], [0, 0, 0, 0], [0xEF, 0xBB, 0xBF],
        "PK\u0001\u0002"u8.ToArray(), "\r\n\r\n"u8.ToArray(),
    ];

    public static byte[] Of(byte[] whole, Random random)
    {
        var changed = whole.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(changed.Count + 1);
            switch (random.Next(5))
            {
                case 0 when at < changed.Count:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1 when at < changed.Count:
                    changed.RemoveRange(at, Math.Min(random.Next(1, 40), changed.Count - at));
                    break;
                case 2 when at < changed.Count:
                    var length = Math.Min(random.Next(1, 200), changed.Count - at);
                    changed.InsertRange(random.Next(changed.Count + 1), changed.GetRange(at, length));
                    break;
                case 3:
                    changed.InsertRange(at,
                        Enumerable.Repeat(random.GetItems(Hurtful, 1)[0], random.Next(1, 50)).SelectMany(bytes => bytes));
                    break;
                default:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
            }
        }

        return changed.Count < 5 ? new byte[5] : [.. changed];
    }
}
