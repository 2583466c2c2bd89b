using Ephyto.AdminConsole.Features.Sandbox;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>Where there is a sandbox, and where there must be none.</summary>
public sealed class SandboxOptionsTests
{
    [Fact]
    public async Task It_is_there_in_development_for_this_machine_alone()
    {
        await using var host = await ConsoleHost.StartAsync();
        var options = host.Get<IOptions<SandboxOptions>>().Value;

        Assert.True(options.IsOn);
        Assert.True(options.OnlyLocal);
    }

    [Theory]
    [InlineData("Production", "Test", null, false)]
    [InlineData("Production", "Test", "5443", true)]
    [InlineData("Production", "Production", "5443", false)]
    [InlineData("Development", "Test", null, true)]
    [InlineData("Development", "Production", null, false)]
    public void A_test_console_has_one_as_soon_as_it_has_a_port(string host, string hub, string? port, bool isOn)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Sandbox:Port"] = port }).Build();
        using var services = new ServiceCollection()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = host })
            .Configure<HubOptions>(options => options.Environment = Enum.Parse<HubEnvironment>(hub))
            .AddSandboxOptions(configuration)
            .BuildServiceProvider();

        Assert.Equal(isOn, services.GetRequiredService<IOptions<SandboxOptions>>().Value.IsOn);
    }

    [Fact]
    public async Task It_is_not_there_beside_a_production_hub_and_cannot_be()
    {
        Dictionary<string, string?> production = new() { ["Hub:Environment"] = "Production" };
        await using (var host = await ConsoleHost.StartAsync(settings: production))
            Assert.False(host.Get<IOptions<SandboxOptions>>().Value.IsOn);

        var (code, said) = await ConsoleApp.RunToEndAsync(
            new Dictionary<string, string?>(production) { ["Sandbox:Enabled"] = "true" }, "Development");

        Assert.Equal(1, code);
        Assert.Contains("Sandbox:Enabled", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_where_it_was_chosen()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = $"{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}";

        var (code, said) = await ConsoleApp.RunToEndAsync(
            new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true", ["Sandbox:Port"] = port, ["Demo:Enabled"] = "false" },
            "Development");

        Assert.Equal(1, code);
        Assert.Contains("Sandbox:Port", said, StringComparison.Ordinal);
    }
}
