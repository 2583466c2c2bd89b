using Bunit;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Components;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

/// <summary>The page on the real store, as a browser with a cookie of its own sees it.</summary>
public abstract class RegisterPageContext : ShellContext, IAsyncLifetime
{
    private readonly DefaultHttpContext _http = new();
    private ConsoleHost? _host;
    private bool _isOpen;

    private protected ConsoleHost Host => _host!;

    private protected DateTime Now => Host.Time.GetUtcNow().UtcDateTime;

    private protected BunitJSModuleInterop Script { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ConsoleHost.StartAsync();
        Services.AddMudServices();
        Services.AddSingleton(Host.Get<RegisterService>());
        Services.AddSingleton(Host.Get<CountryCatalogue>());
        Services.AddSingleton(Host.Get<ILiveEvents>());
        Services.AddScoped<PageMark>();
        Services.AddSingleton<Terms>();
        Services.AddOptions<LanguageOptions>();
        JSInterop.Mode = JSRuntimeMode.Strict;
        JSInterop.SetupVoid(call => call.Identifier.StartsWith("mud", StringComparison.Ordinal)).SetVoidResult();
        JSInterop.Setup<int>(call => call.Identifier == "mudpopoverHelper.countProviders").SetResult(1);
        JSInterop.Setup<bool>(call => call.Identifier.StartsWith("mud", StringComparison.Ordinal)).SetResult(true);
        Script = JSInterop.SetupModule("./Features/Registrations/Register/RegisterPage.razor.js");
        Script.SetupVoid("focus", _ => true).SetVoidResult();
    }

    public new async ValueTask DisposeAsync()
    {
        await DisposeComponentsAsync();
        await base.DisposeAsync();
        if (_host is not null) await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What this browser typed before.</summary>
    private protected async Task KeepAsync(params (RegisterField Field, string Text)[] changes)
    {
        var key = Host.Get<RegisterVisits>().Begin(_http).DraftKey;
        var cookie = Microsoft.Net.Http.Headers.SetCookieHeaderValue.ParseList([.. _http.Response.Headers.SetCookie!]).Last();
        _http.Request.Headers.Cookie = $"{cookie.Name}={cookie.Value}";
        var draft = new RegistrationDraft(key, Now.AddMinutes(-10));
        draft.Merge(Answers.Complete.Select(answer => KeyValuePair.Create(answer.Key.ToString(), answer.Value)), Now);
        draft.Merge(changes.Select(change => KeyValuePair.Create(change.Field.ToString(), change.Text)), Now);
        await Host.AddAsync(draft);
    }

    private protected IRenderedComponent<RegisterPage> Open(RegisterStep step = RegisterStep.Readiness, bool interactive = true)
    {
        SetRendererInfo(new RendererInfo(interactive ? "Server" : "Static", interactive));
        Services.GetRequiredService<NavigationManager>().NavigateTo(RegisterSteps.AddressOf(step));
        if (!_isOpen)
        {
            RenderTree.Add<CascadingValue<HttpContext>>(value => value.Add(v => v.Value, _http));
            Render<MudPopoverProvider>();
        }

        _isOpen = true;
        return Render<RegisterPage>();
    }

    private protected string Address => new Uri(Services.GetRequiredService<NavigationManager>().Uri).PathAndQuery;

    /// <summary>The whole page to which the circuit leads; empty while it leads nowhere.</summary>
    private protected static string LedTo(IRenderedComponent<RegisterPage> page) =>
        page.FindAll("a[data-leads-on]").SingleOrDefault()?.GetAttribute("href") ?? "";

    private protected IReadOnlyList<string> Focused => [.. Script.Invocations["focus"].Select(call => (string)call.Arguments[0]!)];

    /// <summary>As the list of countries tells it from the browser.</summary>
    private protected static Task ChooseAsync(IRenderedComponent<RegisterPage> page, string code) =>
        page.Find(".picker input[type=hidden]").ChangeAsync(new ChangeEventArgs { Value = code });

    /// <summary>Lets the clock run on until the drafts are written and the page shows what is awaited.</summary>
    private protected Task UntilAsync(Func<bool> shown, string awaited) => Eventually.TrueAsync(
        () =>
        {
            Host.Time.Advance(DraftStore.Pause);
            return shown();
        },
        awaited);
}
