using Bunit;
using Ephyto.AdminConsole.Components.Shared;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

public sealed class StatusChipTests : ShellContext
{
    [Theory]
    [InlineData(Tone.Neutral)]
    [InlineData(Tone.Info)]
    [InlineData(Tone.Success)]
    [InlineData(Tone.Warning)]
    [InlineData(Tone.Danger)]
    public void A_state_is_a_word_and_an_icon_whatever_its_colour(Tone tone)
    {
        var chip = Render<StatusChip>(parameters => parameters.Add(c => c.Text, "Confirmed").Add(c => c.Tone, tone));

        Assert.Equal("Confirmed", chip.Find(".chip").TextContent);
        Assert.NotEmpty(chip.Find("svg path").GetAttribute("d")!);
        Assert.Equal("true", chip.Find("svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void The_icon_can_be_chosen()
    {
        var chip = Render<StatusChip>(parameters => parameters.Add(c => c.Text, "Waiting").Add(c => c.Icon, IconKind.Clock));

        Assert.Equal(IconPaths.Of(IconKind.Clock), chip.Find("path").GetAttribute("d"));
    }

    [Fact]
    public void Every_icon_has_an_outline() =>
        Assert.All(Enum.GetValues<IconKind>().Where(kind => kind != IconKind.None),
            kind => Assert.StartsWith("M", IconPaths.Of(kind), StringComparison.Ordinal));
}
