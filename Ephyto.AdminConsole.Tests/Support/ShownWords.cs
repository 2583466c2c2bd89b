using Bunit;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Tests.Support;

internal static class ShownWords
{
    /// <summary>What a reader sees of it, without the places where a line may go on.</summary>
    public static string Words<T>(this IRenderedComponent<T> shown)
        where T : IComponent =>
        string.Concat(shown.Nodes.Select(node => node.TextContent));
}
