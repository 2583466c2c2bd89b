using System.Security.Cryptography;
using System.Text;
using Ephyto.AdminConsole.Features.Sandbox.FirstCall;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.FirstCall;

/// <summary>Each of the first calls, run as the page shows it against the real port of the sandbox, with the real client.</summary>
public sealed class FirstCallClientTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _folder = new();
    private ConsoleHost _host = null!;
    private CallingSystem _ours = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ConsoleHost.StartAsync(settings: new Dictionary<string, string?> { ["Sandbox:Port"] = "0" });
        // Clients look at the clock of the machine.
        _host.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        _ours = await CallingSystem.SetUpAsync(_host, "CI");
        await _host.Get<SandboxServer>().StartAsync(default);
        Write(FirstCallCode.ServerFile, (await _host.Get<ServerIdentity>().FetchPemAsync(default))!);
        using var key = RSA.Create(2048);
        using var certificate = CallingSystem.Make("CN=First call", _host.Time.GetUtcNow(), key);
        Write("ephyto-ci-client.pem", certificate.ExportCertificatePem());
        Write("ephyto-ci-client.key", key.ExportPkcs8PrivateKeyPem());
        var now = _host.Time.GetUtcNow().UtcDateTime;
        var uploaded = CallingSystem.Upload(
            _ours.NppoId, certificate, now, connection: new(_ours.Uploaded.ConnectionId!.Value, _ours.Code));
        Assert.True(uploaded.Activate([], Guid.NewGuid(), now).IsSuccess);
        await _host.AddAsync(uploaded);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.Get<SandboxServer>().StopAsync(default);
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public Task Curl() => CallsAsync("Curl", (code, _) => RunAsync(
        Needed.Find("curl") is null ? null : "/bin/sh", "No curl is installed, so its first call is left out.", code.Curl, ["-s"]));

    [Fact]
    public Task Python_with_zeep() => CallsAsync("Python", (_, file) => RunAsync(
        Needed.Find("/usr/share/doc/python3-zeep/copyright") is null ? null : "/usr/bin/python3",
        "No zeep is installed, so its first call is left out; on Debian: apt-get install python3-zeep.", null, [file!]));

    [Fact]
    public Task Php_with_its_extension_soap() => CallsAsync("Php", (_, file) => RunAsync(
        Needed.Find("php"), "No PHP is installed, so its first call is left out; on Debian: apt-get install php-cli php-soap.", null,
        [file!]));

    [Fact]
    public Task Java() => CallsAsync("Java", async (code, file) =>
    {
        var made = code.JavaKey.Split(' ')[1..];
        await RunAsync(Needed.Find("openssl"), "No OpenSSL is installed, so the first call of Java is left out.", null,
            [.. made, "-passout", "pass:three green lanterns"]);
        return await RunAsync(Needed.Find("java"), "No Java is installed, so its first call is left out.", null, [file!],
            ("KEY_PASSPHRASE", "three green lanterns"));
    });

    private async Task CallsAsync(string client, Func<FirstCallCode, string?, Task<string>> runAsync)
    {
        var address = new UriBuilder(_host.Get<SandboxServer>().Address!) { Host = "localhost" }.Uri.AbsoluteUri;
        foreach (var operation in Enum.GetValues<FirstOperation>())
        {
            var code = new FirstCallCode(address, _ours.Code, operation);
            var block = code.Blocks.Single(one => one.Key == client);
            if (block.File is { } file) Write(file, block.Lines);

            var said = await runAsync(code, block.File);

            Assert.Contains(operation == FirstOperation.Send ? "PendingDelivery" : "CI", said, StringComparison.Ordinal);
        }

        var calls = await _host.StoreAsync(db => db.Set<SandboxCall>().AsNoTracking().OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync());
        Assert.Equal(["GetProfile", "DeliverEnvelope"], calls.Where(call => call.Operation != "?wsdl").Select(call => call.Operation));
        Assert.All(calls, call => Assert.Equal(SandboxOutcome.Answered, call.Outcome));
        Assert.All(calls, call => Assert.DoesNotContain(call.Explanations, said => said.Reason == SandboxReason.NotByContract));
    }

    private Task<string> RunAsync(
        string? tool, string missing, string? input, IEnumerable<string> args, params (string Name, string Value)[] given) =>
        ClientTool.RunAsync(_folder.Path, tool, missing, input, args, given);

    private void Write(string file, string text) => File.WriteAllText(_folder.File(file), text, new UTF8Encoding(false));
}
