using Ephyto.AdminConsole.Data;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Demo;

/// <summary>Fills an empty store, once, whatever the number of nodes.</summary>
internal sealed class DemoOfEmptyStore(IServiceScopeFactory scopes, IOptions<DemoOptions> options) : IStoreCompletion
{
    public async Task CompleteAsync(ConsoleDbContext db, CancellationToken ct)
    {
        if (options.Value.Enabled != true) return;
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DemoLoader>().LoadAsync(ct) is not { } password) return;

        // Once, and to whoever started the console: the password is kept nowhere but as a hash.
        await Console.Out.WriteLineAsync($"Demo hub administrator: {DemoLoader.AdministratorEmail} with the password {password}");
    }
}
