using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using MimeKit;

namespace Ephyto.AdminConsole.Tests.Support;

internal enum SmtpSecurity
{
    None,
    StartTls,
    Tls,
}

/// <summary>A message as the server took it: the content, and how it came.</summary>
internal sealed record ReceivedMessage(MimeMessage Message, Envelope Envelope);

internal sealed record Envelope(string From, IReadOnlyList<string> To, bool Encrypted, string? User);

/// <summary>
/// A real SMTP server (aiosmtpd) on loopback, with a certificate of its own made on the fly. It can refuse for a while
/// or for good, be stopped and started again on its port, and keeps each accepted message.
/// </summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    public const string User = "console";
    public const string Password = "a-secret-for-tests-only";
    private static readonly string[] Interpreters = ["/usr/bin/python3", "python3"];
    private static readonly Lazy<string?> Python = new(() => Interpreters.FirstOrDefault(HasServer));
    private readonly TemporaryDirectory _directory = new();
    private readonly SmtpSecurity _security;
    private readonly bool _authentication;
    private Process? _process;

    private SmtpServer(SmtpSecurity security, bool authentication)
    {
        _security = security;
        _authentication = authentication;
        if (security != SmtpSecurity.None)
            File.WriteAllText(CertificatePath, MakeCertificate());
    }

    public string Host { get; } = "localhost";

    public int Port { get; } = FreePort.Next();

    /// <summary>The server's own certificate and key (PEM). A process that is to trust it gets it as <c>SSL_CERT_FILE</c>.</summary>
    public string CertificatePath => _directory.File("server.pem");

    public IReadOnlyList<ReceivedMessage> Messages =>
        [.. Directory.EnumerateFiles(_directory.Path, "*.eml").Order(StringComparer.Ordinal).Select(Read)];

    public static async Task<SmtpServer> StartAsync(SmtpSecurity security = SmtpSecurity.None, bool authentication = false)
    {
        var python = Needed.Tool(Python.Value,
            "python3 has no aiosmtpd, so the tests with a real mail server are left out; on Debian: apt-get install python3-aiosmtpd.");
        var server = new SmtpServer(security, authentication);
        await server.LaunchAsync(python);
        return server;
    }

    /// <summary>Refuses the next messages, or all of them, at the recipient or after the content.</summary>
    public void Refuse(string reply, int times = -1, bool atRecipient = false) => RefuseAt(atRecipient ? "rcpt" : "data", reply, times);

    /// <param name="stage">e-mail, rcpt or data.</param>
    /// <param name="reply">Its answer.</param>
    /// <param name="times">How often; -1 for ever.</param>
    public void RefuseAt(string stage, string reply, int times = -1)
    {
        var answer = JsonSerializer.Serialize(new { stage, reply, times });
        File.WriteAllText(_directory.File("answer.part"), answer);
        File.Move(_directory.File("answer.part"), _directory.File("answer.json"), overwrite: true);
    }

    public void Accept() => File.Delete(_directory.File("answer.json"));

    /// <summary>Waits until this many messages have been accepted.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> MessagesAsync(int count)
    {
        await Eventually.TrueAsync(() => Directory.EnumerateFiles(_directory.Path, "*.eml").Count() >= count,
            $"{count} message(s) at the mail server");
        return Messages;
    }

    /// <summary>The server is gone: connections are refused.</summary>
    public void Stop()
    {
        if (_process is not { } process)
            return;
        _process = null;
        process.Kill();
        process.WaitForExit();
        ChildProcesses.Free(process.Id);
        process.Dispose();
    }

    public Task StartAgainAsync() => LaunchAsync(Python.Value!);

    public ValueTask DisposeAsync()
    {
        Stop();
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private static bool HasServer(string interpreter)
    {
        if (Needed.Find(interpreter) is not { } path)
            return false;
        using var process = Process.Start(new ProcessStartInfo(path, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private async Task LaunchAsync(string python)
    {
        var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true };
        foreach (var argument in Arguments())
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        ChildProcesses.Hold(_process.Id);
        var errors = _process.StandardError.ReadToEndAsync();
        if (await _process.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException($"The mail server did not start: {await errors}");
    }

    private IEnumerable<string> Arguments()
    {
        string[] always =
        [
            Path.Combine(AppContext.BaseDirectory, "Support", "smtp_server.py"), "--directory", _directory.Path,
            "--port", $"{Port}", "--security", _security.ToString().ToLowerInvariant(),
        ];
        string[] secured = _security == SmtpSecurity.None ? [] : ["--certificate", CertificatePath];
        string[] known = _authentication ? ["--user", User, "--password", Password] : [];
        return [.. always, .. secured, .. known];
    }

    private static ReceivedMessage Read(string path)
    {
        using var how = File.OpenRead(Path.ChangeExtension(path, ".json"));
        return new ReceivedMessage(MimeMessage.Load(path), JsonSerializer.Deserialize<Envelope>(how)!);
    }

    private static string MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }
}
