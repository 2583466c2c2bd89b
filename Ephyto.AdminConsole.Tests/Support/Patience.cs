using Bunit;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>How long a test waits for what is to come before it gives up: on a busy machine, and only where it fails, long.</summary>
internal static class Patience
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(90);

    /// <summary>For every rendered page, before the first test: by itself a page is waited for during one second.</summary>
    public static void Lend() => BunitContext.DefaultWaitTimeout = Usual;
}
