using System.Globalization;
using System.Text;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Tests.Features.Sandbox;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>A console with a sandbox that is killed without warning.</summary>
public sealed class SandboxDeathTests
{
    private const string Content = "<a>é 漢 &amp; \"quoted\"</a>";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_was_answered_outlives_the_death_of_the_console(DatabaseKind kind)
    {
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = await ConsoleApp.StartAsync(new Dictionary<string, string?>(database.Settings)
        {
            ["Sandbox:Enabled"] = "true",
            ["Sandbox:Port"] = port,
            ["Demo:Enabled"] = "false",
        });
        var system = await app.SeedAsync(host => CallingSystem.SetUpAsync(host, "KE"), database);
        using var handler = new HttpClientHandler
        {
            ClientCertificateOptions = ClientCertificateOption.Manual,
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
        };
        handler.ClientCertificates.Add(system.Certificate);
        using var client = new HttpClient(handler) { BaseAddress = new($"https://127.0.0.1:{port}/{SandboxEndpoint.Path}") };
        var number = (await PostAsync(client, Soap.Deliver("KE", "KE", Content)))["hubDeliveryNumber"];

        app.Kill();
        await app.StartAgainAsync();

        Assert.Equal(Content, (await PostAsync(client, Soap.Numbered("PULLSingleImportEnvelope", number)))["Content"]);
        await PostAsync(client, Soap.Numbered("AcknowledgeEnvelopeReceipt", number));
        app.Kill();
        await app.StartAgainAsync();
        Assert.Equal("Delivered", (await PostAsync(client, Soap.Numbered("GetEnvelopeTrackingInfo", number)))["HUBTrackingInfo"]);
    }

    private static async Task<SoapAnswer> PostAsync(HttpClient client, string body)
    {
        using var answer = await client.PostAsync((Uri?)null, new StringContent(Soap.Around(body), Encoding.UTF8, "text/xml"));
        return SoapAnswer.Of(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
