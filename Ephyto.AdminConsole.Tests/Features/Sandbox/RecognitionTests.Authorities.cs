using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

public abstract partial class RecognitionTests
{
    [Fact]
    public async Task The_authority_in_place_of_the_certificate_is_told_of()
    {
        using var authority = MakeAuthority();
        var uploaded = CallingSystem.Upload(_kenya.NppoId, authority, Host.Now());
        await Host.AddAsync(uploaded);
        await Host.StoreAsync(db => db.Database.ExecuteSqlRawAsync(
            """UPDATE "DigitalCertificates" SET "Facts_IsAuthority" = (1 = 1) WHERE "Id" = {0}""", uploaded.Id));
        using var leaf = MakeLeaf(authority);

        await CallAsync(leaf);

        Assert.Equal((_kenya.NppoId, SandboxReason.AuthorityUploaded), await SeenAsync());
    }

    [Fact]
    public async Task A_system_that_shows_the_authority_of_what_was_uploaded_is_told_of()
    {
        using var authority = MakeAuthority();
        using var leaf = MakeLeaf(authority);
        await Host.AddAsync(CallingSystem.Upload(_kenya.NppoId, leaf, Host.Now()));

        Assert.Equal(NotFound, (await CallAsync(authority)).Fault);

        Assert.Equal((_kenya.NppoId, SandboxReason.AuthorityShown), await SeenAsync());
    }

    private X509Certificate2 MakeAuthority()
    {
        using var key = SharedKeys.Rsa();
        var request = new CertificateRequest("CN=Authority of KE", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(Host.Time.GetUtcNow().AddDays(-1), Host.Time.GetUtcNow().AddDays(99));
    }

    private X509Certificate2 MakeLeaf(X509Certificate2 authority)
    {
        using var key = SharedKeys.Rsa();
        return new CertificateRequest("C=KE, CN=Leaf", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .Create(authority, Host.Time.GetUtcNow(), Host.Time.GetUtcNow().AddDays(9), [1]);
    }
}
