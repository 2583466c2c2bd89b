using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Components;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task Production_says_so_on_the_page()
    {
        await using var app = await ConsoleApp.StartAsync(new Dictionary<string, string?> { ["Hub:Environment"] = "Production" });

        var page = await app.Http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("</svg>Production</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("This is the test environment", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_console_that_does_not_know_its_environment_names_the_key_and_does_not_start()
    {
        var (code, output) = await ConsoleApp.RunToEndAsync(new Dictionary<string, string?>(), "Production");

        Assert.NotEqual(0, code);
        Assert.Contains("Hub:Environment", output, StringComparison.Ordinal);
        Assert.Contains("Hub:TechnicalSupport", output, StringComparison.Ordinal);
    }
}
