using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Net.Http.Headers;

namespace Ephyto.AdminConsole.Tests.Components.Lists;

public sealed partial class ListFileTests
{
    [Theory]
    [InlineData("", "members-2026-11-29.csv")]
    [InlineData("ephyto-zone=Pacific%2FAuckland", "members-2026-11-30.csv")]
    public async Task Its_name_has_the_day_of_its_reader(string cookie, string name)
    {
        Assert.Equal(name, await NameAsync(new ListFile("a"u8.ToArray(), "members"), cookie));
        Assert.Equal(name, await NameAsync(new ListFile(stream => stream.WriteAsync("a"u8.ToArray()).AsTask(), "members"), cookie));
    }

    [Fact]
    public void Every_list_is_handed_out_so() => Assert.All(
        Repository.SourceFiles(".cs").Where(file => file.Contains("/Features/", StringComparison.Ordinal))
            .SelectMany(file => OtherAnswer().Matches(Repository.Read(file))),
        other => Assert.Contains("template", other.Value, StringComparison.Ordinal));

    private static async Task<string?> NameAsync(ListFile file, string cookie)
    {
        var services = new ServiceCollection().AddSingleton(Cookies.At()).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 29, 22, 0, 0, TimeSpan.Zero)));
        var http = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() };
        http.Request.Headers.Cookie = cookie;

        await file.ExecuteAsync(http);

        return ContentDispositionHeaderValue.Parse(http.Response.Headers.ContentDisposition.ToString()).FileName.Value;
    }

    [GeneratedRegex(@"Results\.(File|Stream)\([^;]*CsvTable\.ContentType[^;]*")]
    private static partial Regex OtherAnswer();
}
