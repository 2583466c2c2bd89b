using System.Globalization;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// Base of tests that render a page over the real composition: what it shows comes from the store, what it does goes
/// there, and what somebody else does reaches it by the live feed.
/// </summary>
public abstract class PageTests : UseCaseTests
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly List<IAsyncDisposable> _readers = [];

    protected PageTests()
        : base(DatabaseKind.Sqlite) => ReadIn("en");

    public override async ValueTask DisposeAsync()
    {
        foreach (var reader in Enumerable.Reverse(_readers))
            await reader.DisposeAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _before;
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static void ReadIn(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    /// <summary>Another person at another browser, signed in as the actor.</summary>
    private protected BunitContext Reader(Actor actor)
    {
        var scope = Host.Services.CreateAsyncScope();
        var reader = new BunitContext();
        reader.Services.AddFallbackServiceProvider(scope.ServiceProvider);
        reader.Services.AddSingleton(new ReaderTimeZone());
        if (actor.Kind == ActorKind.User)
            reader.AddAuthorization().SetAuthorized("Reader").SetClaims(new Claim(ClaimTypes.NameIdentifier, actor.Id.ToString()));
        else
            reader.AddAuthorization();
        _readers.Add(scope);
        _readers.Add(reader);
        return reader;
    }

    private protected IRenderedComponent<TPage> Open<TPage>(Actor actor, string address,
        Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null)
        where TPage : IComponent
    {
        var reader = Reader(actor);
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);
        return reader.Render<TPage>(parameters ?? (_ => { }));
    }

    /// <summary>
    /// The live feed takes its breath by the clock on the wall: by the clock of the test it would stay silent after whatever was told
    /// when that clock did not go on.
    /// </summary>
    private protected override void Change(IServiceCollection services) =>
        services.AddSingleton<ILiveEvents>(provider =>
            new LiveEvents(TimeProvider.System, provider.GetRequiredService<ILogger<LiveEvents>>()));
}
