using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.Reactions;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <summary>
/// Sends the contact of a country, at the address the directory has, a link to ask for the letter. Whoever causes it hears
/// the same, whether anything was sent or not.
/// </summary>
internal sealed class SendLetterLink(IDbContextFactory<ConsoleDbContext> contexts, LetterMailer mailer, EmailLimits limits)
{
    public async Task HandleAsync(string? countryCode, CancellationToken ct)
    {
        if (countryCode is null) return;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var nppo = await db.Set<Nppo>().SingleOrDefaultAsync(known => known.CurrentCountryCode == countryCode, ct);
        if (nppo is null || !ParticipationLetter.IsMember(nppo)) return;
        if (await db.CurrentContactAsync(nppo.CountryCode, ct) is not { } contact
            || EmailAddress.TryParse(contact.Details.Email) is not { } address) return;

        if (await mailer.IsTooSoonAsync(db, LinkPurpose.LetterRequest, nppo.Id, contact.Id, ct)) return;
        if (!await limits.AllowAsync(EmailCause.LetterLink, nppo.CountryCode, null, ct)) return;
        await mailer.SendRequestLinkAsync(db, nppo, contact, address, ct);
        await db.TrySaveAsync(ct);
    }
}
