using System.Net;
using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Components;

[Collection(nameof(ShellApp))]
public sealed partial class HeadersTests(ShellApp app)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/guide")]
    [InlineData("/nowhere")]
    [InlineData("/css/tokens.css")]
    [InlineData("/language/fr")]
    public async Task Every_answer_is_guarded(string path)
    {
        using var answer = await app.GetAsync(path);

        Assert.Equal(["DENY"], answer.Headers.GetValues("X-Frame-Options"));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.Contains("camera=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_console_keeps_can_be_read_by_its_owner_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        var files = Directory.EnumerateFiles(app.Console.DataDirectory, "console.db*")
            .Concat(Directory.EnumerateFiles(Path.Combine(app.Console.DataDirectory, "keys")))
            .Concat(Directory.EnumerateFiles(Path.Combine(app.Console.DataDirectory, "mail"))).ToList();

        Assert.Contains(files, file => file.EndsWith("console.db-wal", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith(".xml", StringComparison.Ordinal));
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (var file in files) Assert.Equal(own, File.GetUnixFileMode(file));
        foreach (var folder in (string[])["keys", "mail"])
            Assert.Equal(own | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(app.Console.DataDirectory, folder)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/guide")]
    [InlineData("/nowhere")]
    public async Task No_page_carries_a_script_of_its_own(string path) =>
        Assert.Empty(InlineScript().Matches(await app.ReadAsync(path)).Select(script => script.Value));

    [Theory]
    [InlineData("/")]
    [InlineData("/guide")]
    public async Task Plain_pages_stay_light(string path)
    {
        var page = await app.ReadAsync(path);

        Assert.DoesNotContain("blazor.web", page, StringComparison.Ordinal);
        Assert.DoesNotContain("MudBlazor", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task The_circuit_takes_the_consoles_own_pages_only(string? origin, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Origin", origin ?? app.Console.BaseAddress.GetLeftPart(UriPartial.Authority));

        using var answer = await app.Console.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>")]
    private static partial Regex InlineScript();
}
