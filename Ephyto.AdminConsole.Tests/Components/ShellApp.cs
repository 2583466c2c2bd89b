using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Components;

/// <summary>One running console for all tests of the shell that change nothing in it. It offers Arabic too.</summary>
public sealed class ShellApp : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Localization:Cultures:0"] = "en",
        ["Localization:Cultures:1"] = "fr",
        ["Localization:Cultures:2"] = "ar",
    };

    internal ConsoleApp Console { get; private set; } = default!;

    public async ValueTask InitializeAsync() => Console = await ConsoleApp.StartAsync(Settings);

    public ValueTask DisposeAsync() => Console.DisposeAsync();

    internal async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Console.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task<string> ReadAsync(string path, params (string Name, string Value)[] headers)
    {
        using var answer = await GetAsync(path, headers);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
