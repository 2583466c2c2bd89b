using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>The buttons of a rendered page, by the words a person reads on them.</summary>
internal static class Buttons
{
    public static IElement Button<TPage>(this IRenderedComponent<TPage> shown, string words)
        where TPage : IComponent => Assert.Single(shown.FindAll("button"), button => WordsOf(button) == words);

    /// <summary>
    /// Presses the one button with these words as soon as it is there, and ends when all that the press set going has ended.
    /// A press that asks a question ends with the answer: keep its task, answer, and await it then.
    /// </summary>
    public static Task PressAsync<TPage>(this IRenderedComponent<TPage> shown, string words)
        where TPage : IComponent
    {
        shown.WaitForAssertion(() => shown.Button(words));
        // Found and pressed in one go of the renderer: nothing is rendered anew in between, after which the button would be another.
        return shown.InvokeAsync(() => shown.Button(words).ClickAsync());
    }

    private static string WordsOf(IElement button) =>
        string.Join(' ', button.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
