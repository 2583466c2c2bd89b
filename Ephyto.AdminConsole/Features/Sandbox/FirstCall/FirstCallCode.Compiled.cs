namespace Ephyto.AdminConsole.Features.Sandbox.FirstCall;

internal sealed partial class FirstCallCode
{
    /// <summary>For a POSIX shell: Java reads keys from files of its own kind.</summary>
    public string JavaKey =>
        $"openssl pkcs12 -export -in {KeyFile}.pem -inkey {KeyFile}.key -out {KeyFile}.p12";

    /// <summary>For Java 17 and later, without a library.</summary>
    public string Java => $$""""
        import java.io.FileInputStream;
        import java.net.URI;
        import java.net.http.HttpClient;
        import java.net.http.HttpRequest;
        import java.net.http.HttpResponse;
        import java.security.KeyStore;
        import java.security.cert.CertificateFactory;
        import javax.net.ssl.KeyManagerFactory;
        import javax.net.ssl.SSLContext;
        import javax.net.ssl.TrustManagerFactory;

        class FirstCall {
            public static void main(String[] args) throws Exception {
                char[] passphrase = System.getenv().getOrDefault("KEY_PASSPHRASE", "").toCharArray();
                KeyStore own = KeyStore.getInstance("PKCS12");
                try (var file = new FileInputStream("{{KeyFile}}.p12")) {
                    own.load(file, passphrase);
                }
                KeyStore trusted = KeyStore.getInstance("PKCS12");
                trusted.load(null, null);
                try (var file = new FileInputStream("{{ServerFile}}")) {
                    trusted.setCertificateEntry("sandbox", CertificateFactory.getInstance("X.509").generateCertificate(file));
                }
                var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(own, passphrase);
                var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trust.init(trusted);
                var tls = SSLContext.getInstance("TLS");
                tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);

                var request = HttpRequest.newBuilder(URI.create("{{address}}"))
                    .header("Content-Type", "text/xml; charset=UTF-8")
                    .header("SOAPAction", "\"{{Action}}\"")
                    .POST(HttpRequest.BodyPublishers.ofString("""
        {{Indented(Request, 16)}}
                        """))
                    .build();
                var client = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                System.out.println(answer.statusCode() + "\n" + answer.body());
            }
        }
        """";

    // Compiled for the machine beforehand, as it would be, it needs the compiler for that, which is a package.
    /// <summary>For .NET 10, in one file and without a package.</summary>
    public string DotNet => $$""""
        #:property PublishAot=false
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        using System.Text;

        var passphrase = Environment.GetEnvironmentVariable("KEY_PASSPHRASE");
        using var pem = passphrase is null
            ? X509Certificate2.CreateFromPemFile("{{KeyFile}}.pem", "{{KeyFile}}.key")
            : X509Certificate2.CreateFromEncryptedPemFile("{{KeyFile}}.pem", passphrase, "{{KeyFile}}.key");
        using var own = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        var trust = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile("{{ServerFile}}") },
        };
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { ClientCertificates = [own], CertificateChainPolicy = trust },
        });
        var body = new StringContent("""
        {{Indented(Request, 4)}}
            """, Encoding.UTF8, "text/xml");
        body.Headers.Add("SOAPAction", "\"{{Action}}\"");
        using var answer = await client.PostAsync("{{address}}", body);
        Console.WriteLine($"{(int)answer.StatusCode}\n{await answer.Content.ReadAsStringAsync()}");
        """";

    private static string Indented(string lines, int by) =>
        string.Join('\n', lines.Split('\n').Select(line => new string(' ', by) + line));
}
