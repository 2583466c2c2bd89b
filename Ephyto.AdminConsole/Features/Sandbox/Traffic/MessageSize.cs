using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>How much was said, as one reads it.</summary>
internal static class MessageSize
{
    private const int Kilo = 1024;

    public static string SizeOf(this IStringLocalizer<TrafficText> text, int bytes) => bytes switch
    {
        < Kilo => text["Bytes", bytes],
        < Kilo * Kilo => text["Kilobytes", (bytes / (double)Kilo).ToString("0.#", CultureInfo.CurrentCulture)],
        _ => text["Megabytes", (bytes / (double)(Kilo * Kilo)).ToString("0.#", CultureInfo.CurrentCulture)],
    };
}
