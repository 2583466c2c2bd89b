using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Hub.FirstAdministrator.UseCases;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Hub.FirstAdministrator;

/// <summary>
/// While the hub has no administrator, every start prints a one-time link by which the first one is made. There is no
/// default account; whoever reads the console's log may set it up.
/// </summary>
internal sealed partial class HubSetup(
    IDbContextFactory<ConsoleDbContext> contexts, LinkIssuer issuer, IOptions<HubOptions> hub, ILogger<HubSetup> logger)
        : IHostedLifecycleService
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>There is one hub: its id is empty.</summary>
    private static readonly Guid TheHub = Guid.Empty;

    // After everything else has started, so that the link stands at the end of what is printed.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await SetUpHub.HubIsSetUpAsync(db, cancellationToken)) return;

        var link = await issuer.ReplaceAsync(db, LinkPurpose.HubSetup, TheHub, TheHub, Lifetime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        SayLink(logger, hub.Value.AddressOf($"{FirstAdministratorModule.Path}/{link.Secret}"));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning,
        "The hub has no administrator yet. Open this link once, within 24 hours, to make the first one: {Address}")]
    private static partial void SayLink(ILogger logger, string address);
}
