using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Components;

[CollectionDefinition(nameof(ShellApp))]
public sealed class ShellCollection : ICollectionFixture<ShellApp>;

/// <summary>One running console for all tests of the shell that change nothing in it. It offers Arabic too.</summary>
public sealed class ShellApp : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Localization:Cultures:0"] = "en",
        ["Localization:Cultures:1"] = "fr",
        ["Localization:Cultures:2"] = "ar",
        ["Localization:EvenIncomplete"] = "true",
    };

    // Each request is another visitor: no cookies are kept.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private ConsoleApp? _console;

    internal ConsoleApp Console => _console ?? throw new InvalidOperationException("The console has not started.");

    public async ValueTask InitializeAsync() => _console = await ConsoleApp.StartAsync(Settings);

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _console?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    internal async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Console.BaseAddress, path));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task<string> ReadAsync(string path, params (string Name, string Value)[] headers)
    {
        using var answer = await GetAsync(path, headers);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
