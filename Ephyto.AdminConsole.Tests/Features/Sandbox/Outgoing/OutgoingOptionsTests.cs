using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;

/// <summary>Private addresses are called where somebody develops, and nowhere else.</summary>
public sealed class OutgoingOptionsTests
{
    [Theory]
    [InlineData("Development", "Test", true)]
    [InlineData("Development", "Production", false)]
    [InlineData("Staging", "Test", false)]
    [InlineData("Production", "Test", false)]
    [InlineData("Production", "Production", false)]
    public void Private_addresses_are_refused_outside_development(string environment, string hub, bool isTaken)
    {
        var options = Options<CalledNetworkOptions>(environment, hub, ("Sandbox:AllowPrivateAddresses", "true"));

        if (isTaken) Assert.Equal(CalledNetworks.AlsoPrivate, options.Value.Networks);
        else
            Assert.Contains(
                "AllowPrivateAddresses", Assert.Throws<OptionsValidationException>(() => options.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_authorities_that_is_not_there_is_told() => Assert.Contains("TrustedAuthorities",
        Assert.Throws<OptionsValidationException>(
            () => Options<OutgoingOptions>("Production", "Test", ("Sandbox:TrustedAuthorities", "/nowhere/root.pem")).Value).Message,
            StringComparison.Ordinal);

    private static IOptions<T> Options<T>(string environment, string hub, params (string Key, string? Value)[] settings)
        where T : class
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Hub:Environment", hub), new("Hub:PublicAddress", "https://console.example.org"),
                .. settings.Select(one => KeyValuePair.Create(one.Key, one.Value))]).Build();
        return new ServiceCollection().AddSingleton<IHostEnvironment>(new Place(environment)).AddHubOptions(configuration)
            .AddOutgoingOptions(configuration).AddCalledNetworks(configuration).BuildServiceProvider().GetRequiredService<IOptions<T>>();
    }

    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
