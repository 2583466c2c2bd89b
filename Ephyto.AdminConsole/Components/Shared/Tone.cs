namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>What a chip or a notice feels like; it always carries a word and an icon as well.</summary>
public enum Tone { Neutral, Info, Success, Warning, Danger }

internal static class ToneClasses
{
    public static string CssClass(this Tone tone) => tone switch
    {
        Tone.Info => "tone-info",
        Tone.Success => "tone-success",
        Tone.Warning => "tone-warning",
        Tone.Danger => "tone-danger",
        _ => "tone-neutral",
    };

    public static IconKind DefaultIcon(this Tone tone) => tone switch
    {
        Tone.Success => IconKind.Check,
        Tone.Warning => IconKind.Warning,
        Tone.Danger => IconKind.Stop,
        _ => IconKind.Info,
    };
}
