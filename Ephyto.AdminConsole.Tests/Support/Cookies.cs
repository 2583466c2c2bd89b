using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>The cookies of a console that stands at an address, without the console.</summary>
internal static class Cookies
{
    public static ConsoleCookies At(string publicAddress = "http://localhost:5080", string environment = "Development") =>
        new(new Place(environment), Options.Create(new HubOptions { PublicAddress = new Uri(publicAddress) }));

    public static IServiceProvider Services() => new ServiceCollection().AddSingleton(At()).BuildServiceProvider();

    private sealed class Place(string environment) : IWebHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = nameof(AdminConsole);

        public string WebRootPath { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
