using System.Globalization;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Components;

/// <summary>WCAG 2.2 AA: words at least 4.5 to 1 against what they stand on, outlines of controls at least 3 to 1.</summary>
public sealed partial class PaletteTests
{
    private static readonly string[] Words = ["text", "muted", "link", "info", "success", "warning", "danger"];
    private static readonly string[] Grounds = ["page-back", "surface", "quiet"];
    private static readonly string[] Tones = ["info", "success", "warning", "danger"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Everything_can_be_read(bool dark)
    {
        var colours = Read(dark);
        var words = Words.SelectMany(word => Grounds.Select(ground => (word, ground)))
            .Concat(Tones.SelectMany(tone => new[] { (tone, $"{tone}-soft"), ("text", $"{tone}-soft") }))
            .Concat([("link", "accent-soft"), ("on-accent", "accent"), ("on-accent", "accent-strong"), ("on-danger", "danger"),
                ("on-danger", "danger-strong")]);
        var outlines = Grounds.SelectMany(ground => new[] { ("line-strong", ground), ("focus", ground), ("accent", ground) });

        Assert.All(words, pair => Assert.InRange(Contrast(colours, pair), 4.5, 21));
        Assert.All(outlines, pair => Assert.InRange(Contrast(colours, pair), 3, 21));
    }

    private static Dictionary<string, string> Read(bool dark)
    {
        var colours = new Dictionary<string, string>();
        foreach (var sheet in dark ? ["tokens.css", "dark.css"] : new[] { "tokens.css" })
        {
            foreach (Match token in Token().Matches(File.ReadAllText(Repository.Path("Ephyto.AdminConsole", "wwwroot", "css", sheet))))
                colours[token.Groups[1].Value] = token.Groups[2].Value;
        }

        return colours;
    }

    private static double Contrast(Dictionary<string, string> colours, (string Front, string Back) pair)
    {
        var (front, back) = (Luminance(colours, pair.Front), Luminance(colours, pair.Back));
        return (Math.Max(front, back) + .05) / (Math.Min(front, back) + .05);
    }

    private static double Luminance(Dictionary<string, string> colours, string name)
    {
        var value = colours[name];
        var parts = value.StartsWith('#')
            ? new[] { value[1..3], value[3..5],
                value[5..7] }.Select(part => int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            : colours[$"{name}-rgb"].Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture));
        var linear = parts.Select(part => part / 255.0)
            .Select(part => part <= .04045 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4)).ToArray();
        return .2126 * linear[0] + .7152 * linear[1] + .0722 * linear[2];
    }

    [GeneratedRegex("--([a-z-]+):\\s*([^;]+);")]
    private static partial Regex Token();
}
