using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>The certificate by which the sandbox shows who it is where it calls: systems let it in by that.</summary>
internal sealed class HubClientCertificate(
    IDbContextFactory<ConsoleDbContext> contexts, IDataProtectionProvider protection, KeyPairs keys, TimeProvider time)
    : KeptCertificate(contexts, keys, time, SandboxIdentity.Client,
        protection.CreateProtector("Ephyto.Sandbox.HubClientCertificate")), IDisposable
{
    private const string Subject = "CN=Sandbox of the ePhyto Hub";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private readonly SemaphoreSlim _one = new(1, 1);
    private X509Certificate2? _certificate;

    private protected override int KeyBits => 2048;

    public void Dispose()
    {
        _certificate?.Dispose();
        _one.Dispose();
    }

    /// <returns>With its key. It belongs to this service: do not dispose it.</returns>
    public async Task<X509Certificate2> GetAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            return _certificate is { } known && known.NotAfter.ToUniversalTime() > Now
                ? known : _certificate = await FindOrMakeAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>For everybody: what systems that the sandbox calls have to let in.</summary>
    public async Task<string> PemAsync(CancellationToken ct) => (await GetAsync(ct)).ExportCertificatePem();

    private protected override CertificateRequest Ask(RSA key)
    {
        CertificateRequest request = new(Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ClientAuthentication)], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }
}
