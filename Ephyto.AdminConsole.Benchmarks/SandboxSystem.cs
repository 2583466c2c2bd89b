using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>The system of an organization that calls the sandbox over mutual TLS.</summary>
internal sealed record SandboxSystem(Guid NppoId, string Code, X509Certificate2 Certificate, Uri Address)
{
    /// <summary>Of a console that keeps all that a measurement sends.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Sandbox:Port"] = "0", ["Sandbox:CallsPerMinute"] = "100000", ["Sandbox:CallsKept"] = "1000000",
        ["Sandbox:EnvelopesKept"] = "1000000", ["Sandbox:MegabytesKept"] = "100000",
    };

    public static async Task<SandboxSystem> SetUpAsync(RunningConsole console, int place)
    {
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        var active = db.Set<Nppo>().Where(n => n.Status != NppoStatus.Suspended && n.Status != NppoStatus.Closed);
        // There may be fewer than are wanted: then one has several connections.
        var nppo = await active.OrderBy(n => n.CountryCode).Skip(place % await active.CountAsync()).FirstAsync();
        var (now, existing) = (DateTime.UtcNow, await db.Set<Connection>().CountAsync(c => c.NppoId == nppo.Id));
        var connection = Connection.Add(nppo.Id, nppo.CountryCode, existing, ConnectionSettings.Nothing with
        {
            Send = true, Receive = true, Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)],
        }, Guid.NewGuid(), now).Value;
        var certificate = Make($"C={nppo.CountryCode}, CN=Measured system", now);
        var shown = CertificateIdentity.Of(certificate);
        var uploaded = DigitalCertificate.Upload(nppo.Id, "Measured system", CertificateUsage.ClientAuthentication, new CertificateFacts
        {
            Subject = shown.Subject, Issuer = shown.Issuer, Thumbprint = shown.Thumbprint, PublicKeyHash = shown.PublicKeyHash,
            ValidFrom = certificate.NotBefore.ToUniversalTime(), ValidUntil = shown.ValidUntil,
        }, Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()), Guid.NewGuid(), now, connection.Ref).Value;
        if (!uploaded.Activate([], Guid.NewGuid(), now).IsSuccess) throw new InvalidOperationException("The certificate is not in use.");
        db.AddRange(connection, uploaded);
        await db.SaveChangesAsync();
        return new(nppo.Id, connection.Code, certificate, console.Get<SandboxServer>().Address!);
    }

    public HttpClient Client() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificateContext = SslStreamCertificateContext.Create(Certificate, null, offline: true),
            // Measured is the time of the call; the certificate of the server is this process's own.
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null,
        },
    })
    {
        BaseAddress = Address,
    };

    /// <summary>Sends one envelope to the partner that never answers.</summary>
    /// <returns>Whether it was accepted for delivery.</returns>
    public async Task<bool> DeliverAsync(HttpClient client, string content, string number)
    {
        using var message = new StringContent($"""
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:e="http://ephyto.ippc.int/"
                xmlns:h="http://ephyto.ippc.int/HUB.Entities"><s:Body><e:DeliverEnvelope><e:env><h:From>{Code}</h:From><h:To>XE</h:To>
            <h:CertificateType>851</h:CertificateType><h:CertificateStatus>70</h:CertificateStatus>
            <h:NPPOCertificateNumber>{number}</h:NPPOCertificateNumber><h:Content>{content}</h:Content></e:env></e:DeliverEnvelope>
            </s:Body></s:Envelope>
            """, Encoding.UTF8, "text/xml");
        message.Headers.Add("SOAPAction", "\"http://ephyto.ippc.int/DeliverEnvelope\"");
        using var answer = await client.PostAsync(default(Uri), message);
        var said = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK && said.Contains("PendingDelivery", StringComparison.Ordinal);
    }

    private static X509Certificate2 Make(string subject, DateTime now)
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(365));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
