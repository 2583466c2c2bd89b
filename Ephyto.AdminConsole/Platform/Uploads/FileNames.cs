namespace Ephyto.AdminConsole.Platform.Uploads;

internal static class FileNames
{
    private const int LongestStem = 120;

    /// <summary>Without folders of any system, control characters and signs that mean something to a shell or a header.</summary>
    /// <param name="name">As the browser gave it.</param>
    /// <param name="otherwise">The stem where nothing is left.</param>
    public static string Clean(string? name, string otherwise)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var kept = new string([.. last.Where(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ')]).TrimStart(' ').TrimEnd(' ', '.');
        var ending = Path.GetExtension(kept);
        var stem = Path.GetFileNameWithoutExtension(kept);
        return $"{(stem.Length > LongestStem ? stem[..LongestStem] : stem.Length > 0 ? stem : otherwise)}{ending.ToLowerInvariant()}";
    }
}
