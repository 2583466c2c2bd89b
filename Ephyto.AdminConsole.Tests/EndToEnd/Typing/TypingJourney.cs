using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>
/// Base of the journeys over a long line. Those of a class share the console and the line, and therefore take turns; most of their time
/// they wait, so each class has its own.
/// </summary>
public abstract class TypingJourney(TypingApp console) : BrowserTests
{
    private protected static readonly int[] RoundTrips = [1000, 300, 0];

    /// <summary>
    /// So many pages live beside each other: each of them shows what others do, all the time, and a browser waits for a circuit only so
    /// long.
    /// </summary>
    private protected const int TabsAtOnce = 6;

    private protected TypingApp Console => console;

    private protected async Task<IPage> SignInAsync(string email, string path, Visitor? visitor = null)
    {
        console.Line.RoundTrip = TimeSpan.Zero;
        var page = await OpenAsync(console.App, visitor, at: console.Line.Address, path: path);
        await page.SignInAsync(email, path);
        return page;
    }
}
