using System.Text;
using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>A browser in the hands of somebody who sends odd things, signed in or not.</summary>
internal sealed class FuzzVisitor(FuzzPerson person, HttpClient client, IReadOnlyDictionary<string, string> tokens) : IDisposable
{
    public FuzzPerson Person => person;

    public string TokenOf(string kind) => tokens.GetValueOrDefault(kind, "");

    /// <param name="stranger">Somebody else's browser: its tokens are foreign here.</param>
    public static async Task<FuzzVisitor> EnterAsync(FuzzWorld world, FuzzPerson person, HttpClient stranger)
    {
        var client = world.Host.CreateClient();
        if (person == FuzzPerson.FrenchReader) client.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var before = await TokenAsync(client, "/account/sign-in");
        if (AccountOf(person) is { } account)
        {
            client.Dispose();
            if (person == FuzzPerson.FrenchAdministrator) await world.SpeakFrenchAsync(account);
            client = await world.ClientOfAsync(account);
        }

        if (person == FuzzPerson.HolderOfLinks) await FuzzLinks.OpenAsync(world, client, "holder", "TG", "BJ", "NE");
        if (person == FuzzPerson.HolderOfEndedLinks)
            await FuzzLinks.EndAsync(world, await FuzzLinks.OpenAsync(world, client, "former", "ML", "BF", "GM"));

        var own = await TokenAsync(client, AccountOf(person) is null ? "/account/sign-in" : "/account/manage/profile");
        return new(person, client, new Dictionary<string, string>
        {
            ["stale"] = before, ["foreign"] = await TokenAsync(stranger, "/account/sign-in"), ["own"] = own,
            ["broken"] = own[..20] + "%ZZ\u0001",
        });
    }

    public async Task<FuzzAnswer> SendAsync(FuzzRequest request)
    {
        if (!Ascii.IsValid(request.Target)) return await SendOnWireAsync(request);
        using var message = request.ToMessage(client.BaseAddress!);
        using var answer = await client.SendAsync(message, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new(request, person, answer, body);
    }

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => client.Dispose();

    // HttpClient writes such a target up to its first letter outside ASCII and leaves what lay in its buffer for the rest: a whole
    // request, perhaps, and behind it what the server then refuses as the next one.
    private async Task<FuzzAnswer> SendOnWireAsync(FuzzRequest request)
    {
        var headers =
            $"{(request.Header.Length > 0 ? $"{request.Header}\r\n" : "")}Content-Type: {request.ContentType ?? "text/plain"}\r\n"
                + $"Content-Length: {request.Body?.Length ?? 0}\r\n";
        var (answer, body) = await FuzzWire.SendAsync(client.BaseAddress!, request, headers,
            (socket, ct) => FuzzWire.SendAsync(socket, request.Body ?? [], ct),
            TestContext.Current.CancellationToken) ?? throw new HttpRequestException("The server says nothing.");
        return new(request, person, answer, body);
    }

    private static Person? AccountOf(FuzzPerson person) => person switch
    {
        FuzzPerson.Administrator => Integration.Person.Administrator,
        FuzzPerson.HubAdministrator => Integration.Person.HubAdministrator,
        FuzzPerson.FrenchAdministrator => Integration.Person.ForeignAdministrator,
        _ => null,
    };

    private static async Task<string> TokenAsync(HttpClient client, string path) =>
        Regex.Match(await client.GetStringAsync(new Uri(path, UriKind.Relative)),
            """name="__RequestVerificationToken" value="([^"]+)""").Groups[1].Value is { Length: > 0 } token
            ? token : throw new InvalidOperationException($"{path} shows no form.");
}
