using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.Support;

internal static class HeldCircuits
{
    /// <summary>From now on no page of this person comes to life before the answer is let through.</summary>
    public static async Task<TaskCompletionSource> HoldCircuitsAsync(this IPage page)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.Context.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        return held;
    }

    /// <summary>Where this person is before the page lives, they are afterwards.</summary>
    public static async Task ShouldStayWhenItLivesAsync(this IPage page, ILocator at, TaskCompletionSource circuit)
    {
        await at.FocusAsync();
        await at.EvaluateAsync("at => window.before = at");
        circuit.SetResult();
        await page.WaitForFunctionAsync("() => !window.before.isConnected");
        await Assertions.Expect(at).ToBeFocusedAsync();
    }
}
