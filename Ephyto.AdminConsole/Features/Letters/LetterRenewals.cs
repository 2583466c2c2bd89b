using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.Reactions;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters;

/// <summary>A new link to ask for a letter, by the same way and with the same pause as the first one.</summary>
internal sealed class RequestLinkRenewal(IDbContextFactory<ConsoleDbContext> contexts, SendLetterLink send) : ILinkRenewal
{
    public LinkPurpose Purpose => LinkPurpose.LetterRequest;

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var nppo = await db.NppoOfAsync(link.SubjectId, ct);
        // Whoever holds a link of a former contact point must not cause messages to the present one.
        if ((await db.CurrentContactAsync(nppo.CountryCode, ct))?.Id == link.HolderId) await send.HandleAsync(nppo.CountryCode, ct);
    }
}

/// <summary>A new link to an issued letter, to the contact point that has it already, with the same pause.</summary>
internal sealed class DownloadLinkRenewal(IDbContextFactory<ConsoleDbContext> contexts, LetterMailer mailer) : ILinkRenewal
{
    public LinkPurpose Purpose => LinkPurpose.LetterDownload;

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.FindLetterAsync(link.SubjectId, ct) is not { Status: LetterStatus.Issued } letter) return;

        var reader = (await LetterReader.OfAsync(db, letter, ct)).FirstOrDefault(known => known.ContactPointId == link.HolderId);
        if (reader is null || await mailer.IsTooSoonAsync(db, LinkPurpose.LetterDownload, letter.Id, link.HolderId, ct)) return;
        await mailer.SendIssuedAsync(db, letter, await db.NppoOfAsync(letter.NppoId, ct), reader, ct);
        await db.TrySaveAsync(ct);
    }
}
