namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>Long numbers that people compare with what a tool shows them.</summary>
internal static class Thumbprint
{
    private const int GroupLength = 4;

    /// <summary>In groups of four, so that the eye keeps its place and a narrow page its width.</summary>
    public static string InGroups(string digits) => string.Join(' ', digits.Chunk(GroupLength).Select(group => new string(group)));
}
