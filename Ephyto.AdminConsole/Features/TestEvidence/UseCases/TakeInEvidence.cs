using System.Security.Cryptography;
using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.TestEvidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.TestEvidence.UseCases;

/// <param name="Content">The whole file.</param>
internal sealed record TakeInEvidenceRequest(Guid NppoId, byte[] Content);

/// <summary>
/// A console of Production takes in what the test console that it trusts says of an organization. Nothing of the file is believed before
/// its signature is verified by the key of the settings; the file names no key that would be asked.
/// </summary>
internal sealed class TakeInEvidence(Changes changes, TrustedConsole trusted, IOptions<HubOptions> hub)
{
    /// <summary>In bytes: some four thousand certificates.</summary>
    public const int LargestFile = 1024 * 1024;

    public Task<Result<DateTime>> HandleAsync(TakeInEvidenceRequest request, Actor actor, CancellationToken ct) => changes.MakeAsync(
        new Change<TakenEvidence>(request.NppoId)
        {
            // Two files at once are taken in one after the other: the older one never wins.
            Lock = (db, cancel) => db.LockNppoAsync(request.NppoId, cancel),
            Guard = (db, cancel) => db.RefuseToCarryAsync(actor, Permission.NpposManage, request.NppoId, cancel),
            Load = (db, cancel) => LoadAsync(db, request.NppoId, cancel),
        },
        async (db, evidence, now) =>
        {
            var verified = Verify(request.Content);
            if (verified.Error is { } refusal) return refusal;
            var country = await db.Set<Nppo>().Where(n => n.Id == request.NppoId).Select(n => n.CountryCode).SingleAsync(ct);
            var taken = evidence.TakeIn(verified.Value, country, actor.Id, now);
            if (taken.IsSuccess) await KeepKeysAsync(db, request.NppoId, verified.Value.Statement, ct);
            return taken;
        },
        (_, evidence) => evidence.MadeAt,
        ct);

    private Result<SignedStatement> Verify(byte[] content)
    {
        if (!hub.Value.IsProduction) return TestEvidenceErrors.NotHere;
        if (trusted.Key is not { } key) return TestEvidenceErrors.NotConfigured;
        if (content.Length > LargestFile) return TestEvidenceErrors.TooLarge;
        if (FlattenedJws.Read(content) is not { } file) return TestEvidenceErrors.NotEvidence;
        if (file.KeyId != PublicKeyFile.IdOf(key)) return TestEvidenceErrors.OtherConsole;
        if (!file.IsSignedBy(key)) return TestEvidenceErrors.Changed;
        return StatementFile.Read(file.Payload) is { } statement
            ? new SignedStatement(statement, Encoding.UTF8.GetString(content), file.KeyId, Convert.ToHexString(SHA256.HashData(content)))
            : TestEvidenceErrors.UnknownFormat;
    }

    private static async Task<TakenEvidence?> LoadAsync(ConsoleDbContext db, Guid nppoId, CancellationToken ct)
    {
        if (await db.Set<TakenEvidence>().SingleOrDefaultAsync(evidence => evidence.Id == nppoId, ct) is { } taken) return taken;
        if (!await db.Set<Nppo>().AnyAsync(n => n.Id == nppoId, ct)) return null;

        var first = TakenEvidence.Of(nppoId);
        db.Add(first);
        return first;
    }

    private static async Task KeepKeysAsync(ConsoleDbContext db, Guid nppoId, TestStatement said, CancellationToken ct)
    {
        var known = await db.Set<TestKey>().AsNoTracking().Where(key => key.NppoId == nppoId).Select(key => key.Hash).ToHashSetAsync(ct);
        db.AddRange(said.Certificates.SelectMany(one => new[] { one.PublicKeyHash, one.Thumbprint }).Where(known.Add)
            .Select(hash => new TestKey { NppoId = nppoId, Hash = hash }));
    }
}
