using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// A real nginx on loopback that ends TLS with a certificate made on the fly, and does what a file of <c>deploy/</c> says: only
/// the example's name, ports and certificate are put in the place of those of the test.
/// </summary>
internal sealed class NginxServer : IAsyncDisposable
{
    /// <summary>The files of <c>deploy/</c>: what they do with the path of the console.</summary>
    public const string Kept = "nginx-path-kept.conf";
    public const string Stripped = "nginx-path-stripped.conf";

    private readonly TemporaryDirectory _directory = new();
    private Process? _process;

    private NginxServer()
    {
    }

    /// <summary>Where browsers reach it, such as <c>https://localhost:20443</c>.</summary>
    public Uri Address { get; } = new($"https://localhost:{FreePort.Next()}");

    /// <summary>Whether this machine has it, or must have it.</summary>
    public static bool IsThere => Needed.Strict || Find() is not null;

    /// <summary>What a console below the path of the examples is told, whose proxy browsers reach at the address.</summary>
    public static Dictionary<string, string?> SettingsBehind(Uri address) => new()
    {
        ["Hub:PublicAddress"] = new Uri(address, "/AdminConsole").AbsoluteUri,
        ["ForwardedHeaders:KnownProxies"] = "127.0.0.1",
        ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true",
    };

    /// <param name="file">In <c>deploy/</c>.</param>
    /// <param name="console">Where the console behind it listens.</param>
    public static async Task<NginxServer> StartAsync(string file, Func<Uri, Task<Uri>> console)
    {
        var nginx = Needed.Tool(Find(),
            "No nginx is installed, so the tests behind a proxy are left out; on Debian: apt-get install nginx-light.");
        var server = new NginxServer();
        try
        {
            await server.LaunchAsync(nginx, file, await console(server.Address));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            ChildProcesses.Free(process.Id);
            process.Dispose();
        }

        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string? Find() => Needed.Find("nginx", "/usr/sbin/nginx");

    private async Task LaunchAsync(string nginx, string file, Uri console)
    {
        var (certificate, key) = MakeCertificate();
        await File.WriteAllTextAsync(_directory.File("server.pem"), certificate);
        await File.WriteAllTextAsync(_directory.File("server.key"), key);
        var site = (await File.ReadAllTextAsync(Repository.Path("deploy", file)))
            .Replace("listen 443 ssl", $"listen 127.0.0.1:{Address.Port} ssl", StringComparison.Ordinal)
            .Replace("server_name hub.example.org", "server_name localhost", StringComparison.Ordinal)
            .Replace("/etc/ssl/certs/hub.example.org.pem", _directory.File("server.pem"), StringComparison.Ordinal)
            .Replace("/etc/ssl/private/hub.example.org.key", _directory.File("server.key"), StringComparison.Ordinal)
            .Replace("http://127.0.0.1:8080", console.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        await File.WriteAllTextAsync(_directory.File("nginx.conf"), $$"""
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            daemon off;
            worker_processes 1;
            pid {{_directory.File("nginx.pid")}};
            error_log stderr;
            events { worker_connections 512; }
            http {
                access_log off;
                client_body_temp_path {{_directory.File("body")}};
                proxy_temp_path {{_directory.File("proxy")}};
                fastcgi_temp_path {{_directory.File("fastcgi")}};
                uwsgi_temp_path {{_directory.File("uwsgi")}};
                scgi_temp_path {{_directory.File("scgi")}};
            {{site}}
            }
            """);
        _process = Process.Start(new ProcessStartInfo(nginx, ["-p", _directory.Path, "-c", _directory.File("nginx.conf"), "-e", "stderr"])
        {
            RedirectStandardError = true,
        })!;
        ChildProcesses.Hold(_process.Id, "TERM");
        var said = _process.StandardError.ReadToEndAsync();
        using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
        await Eventually.TrueAsync(async () =>
        {
            if (_process.HasExited) Assert.Fail($"nginx did not start: {await said}");
            try
            {
                using var answer = await client.GetAsync(Address);
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, "nginx to answer");
    }

    private static (string Certificate, string Key) MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
