using System.Globalization;
using Bunit;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Ephyto.AdminConsole.Tests.Components;

/// <summary>What the shell's components need, without a server. The clock stands at noon of 23 November 2026.</summary>
public abstract class ShellContext : BunitContext
{
    private readonly CultureScope _culture = CultureScope.Enter("en");

    protected ShellContext()
    {
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<ReaderTimeZone>();
        Services.AddSingleton<Navigation>();
        Services.AddDataProtection();
        Services.AddSingleton<ShownForms>();
        Services.Configure<HubOptions>(hub => hub.Environment = HubEnvironment.Test);
    }

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Reads on in another language; the context puts the first one back.</summary>
    protected static void ReadIn(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    protected override void Dispose(bool disposing)
    {
        _culture.Dispose();
        base.Dispose(disposing);
    }
}
