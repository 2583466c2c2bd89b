using System.Net;

namespace Ephyto.AdminConsole.Tests.Support.Tests;

public sealed class ConsoleAppTests
{
    [Fact]
    public async Task The_app_answers_its_health_probe_and_again_after_it_was_killed()
    {
        await using var app = await ConsoleApp.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync(new Uri("/health", UriKind.Relative))).StatusCode);

        app.Kill();
        Assert.False(app.IsRunning);
        await app.StartAgainAsync();

        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync(new Uri("/health", UriKind.Relative))).StatusCode);
    }
}
