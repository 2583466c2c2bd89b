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
    private const string Passphrase = "three green lanterns";

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
        using var key = SharedKeys.Rsa();
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
    public Task Curl() => CallsAsync("Curl", (code, _) => RunAsync(ClientTool.ShellWithCurl(), code.Curl, ["-s"]));

    [Fact]
    public Task Python_with_zeep() =>
        CallsAsync("Python", async (_, file) => await RunAsync(await ClientTool.PythonWithZeepAsync(), null, [file!]));

    [Fact]
    public Task Node_with_soap()
    {
        var node = ClientTool.NodeWithSoapIn(_folder);
        return CallsAsync("Node", (_, file) => RunAsync(node, null, [file!]));
    }

    [Fact]
    public Task Php_with_its_extension_soap() =>
        CallsAsync("Php", async (_, file) => await RunAsync(await ClientTool.PhpWithSoapAsync(), null, [file!]));

    [Fact]
    public Task Java() => CallsAsync("Java", async (code, file) =>
    {
        var openssl = Needed.Tool(Needed.Find("openssl"), "No OpenSSL is installed, so the first call of Java is left out.");
        var java = Needed.Tool(Needed.Find("java"), "No Java is installed, so its first call is left out.");
        await RunAsync(openssl, null, [.. code.JavaKey.Split(' ')[1..], "-passout", $"pass:{Passphrase}"]);
        return await RunAsync(java, null, [file!], ("KEY_PASSPHRASE", Passphrase));
    });

    // Its servers would outlive the test.
    [Fact]
    public Task DotNet() => CallsAsync("DotNet", (_, file) => RunAsync(
        Needed.Tool(Needed.Find("dotnet"), "No dotnet is on the path, so the first call of .NET is left out."), null, ["run", file!],
        ("DOTNET_CLI_HOME", _folder.Path), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_SKIP_FIRST_TIME_EXPERIENCE", "1"),
        ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false")));

    [Fact]
    public void Each_client_of_the_page_is_tried()
    {
        var tried = GetType().GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: false))
            .Select(method => method.Name.Split('_')[0]).ToHashSet();

        Assert.All(new FirstCallCode("https://localhost/", "CI", FirstOperation.WhoAmI).Blocks, block => Assert.Contains(block.Key, tried));
    }

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

    private Task<string> RunAsync(string program, string? input, IEnumerable<string> args, params (string Name, string Value)[] given) =>
        ClientTool.RunAsync(_folder.Path, program, input, args, given);

    private void Write(string file, string text) => File.WriteAllText(_folder.File(file), text, new UTF8Encoding(false));
}
