namespace Ephyto.AdminConsole.Platform.Forms;

/// <summary>What reading a form may meet that is the sender's fault: one list for everybody who reads one.</summary>
internal static class UnreadableForm
{
    /// <summary>Cut off, no form at all, or in a character set that is not read because it hides what it says (UTF-7).</summary>
    public static bool Is(Exception failed) => failed is IOException or InvalidDataException or NotSupportedException;
}
