using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>An auditor of the hub, made for a measurement.</summary>
internal static partial class HubReaders
{
    private const string Email = "measuring.auditor@example.org";
    private const string Password = "quiet river under plum trees";

    public static async Task<Actor> AppointHubReaderAsync(this RunningConsole console)
    {
        var user = new ConsoleUser { UserName = Email, Email = Email, EmailConfirmed = true, DisplayName = "Measuring auditor",
            LockoutEnabled = true };
        await using var scope = console.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>().CreateAsync(user, Password);
        if (!made.Succeeded) throw new InvalidOperationException(made.ToString());
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        db.Add(HubUser.Appoint(user.Id, EmailAddress.TryParse(Email)!, user.DisplayName, "en", HubRole.Auditor, Actor.System,
            DateTime.UtcNow));
        await db.SaveChangesAsync();
        return Actor.User(user.Id);
    }

    /// <summary>The header with the cookies of the auditor's session.</summary>
    public static async Task<string> SignInHubReaderAsync(this RunningConsole console)
    {
        await console.AppointHubReaderAsync();
        var cookies = new System.Net.CookieContainer();
        using var http =
            new HttpClient(
                new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = console.Address };
        var page = await http.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        var begin = page.IndexOf("Form.Email", StringComparison.Ordinal);
        var whole =
            page[page.LastIndexOf("<form", begin, StringComparison.Ordinal)..page.IndexOf("</form>", begin, StringComparison.Ordinal)];
        var fields = Hidden().Matches(whole)
            .ToDictionary(field => field.Groups["name"].Value, field => System.Net.WebUtility.HtmlDecode(field.Groups["value"].Value));
        (fields["Form.Email"], fields["Form.Password"]) = (Email, Password);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        if (cookies.Count < 2)
            throw new InvalidOperationException($"The auditor could not sign in: {answer.StatusCode}, {answer.Headers.Location}.");
        return string.Join("; ", cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}"));
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
