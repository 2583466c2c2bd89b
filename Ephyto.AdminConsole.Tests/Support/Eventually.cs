namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Waits for a state, never for a time: returns as soon as it is reached, fails with what was awaited.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    public static Task TrueAsync(Func<bool> condition, string awaited, TimeSpan? within = null) =>
        TrueAsync(() => Task.FromResult(condition()), awaited, within);

    public static async Task TrueAsync(Func<Task<bool>> condition, string awaited, TimeSpan? within = null)
    {
        var patience = within ?? Patience.Usual;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        using var timer = new PeriodicTimer(Interval);
        while (!await condition())
        {
            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                Assert.Fail($"Waited {patience.TotalSeconds:0.#} s for: {awaited}");
            }
        }
    }

    /// <summary>Waits until the source yields something, and returns it.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> source, string awaited, TimeSpan? within = null)
        where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await source()) is not null, awaited, within);
        return found!;
    }
}
