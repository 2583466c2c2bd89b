using Ephyto.AdminConsole.Components.Account.Pages.Manage;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.Reactions;

/// <summary>Who hears what became of a letter.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="ContactPointId">The entry of the directory, for a contact point; null for who has an account.</param>
internal sealed record LetterReader(EmailAddress Address, string Language, Guid? ContactPointId)
{
    /// <summary>
    /// The person who asked. Where that person is no longer with the organization, its administrators; where the directory has
    /// another contact now, that one: an answer for an office does not go to who has left it.
    /// </summary>
    public static async Task<IReadOnlyList<LetterReader>> OfAsync(ConsoleDbContext db, ParticipationLetter letter, CancellationToken ct)
    {
        if (letter.AskedByKind == ActorKind.ContactPoint)
        {
            var contact = await db.CurrentContactAsync(letter.CountryCode, ct);
            return EmailAddress.TryParse(contact?.Details.Email) is { } address
                ? [new(address, contact!.Details.PreferredLanguage, contact.Id)] : [];
        }

        var asker = await db.RightfulMembers().AnyAsync(member => member.NppoId == letter.NppoId && member.UserId == letter.AskedById, ct);
        var readers = asker ? db.Users.Where(user => user.Id == letter.AskedById) : db.AccountsOfAdministrators(letter.NppoId);
        var accounts = await readers.AsNoTracking().Select(user => new { user.Email, user.Language }).ToListAsync(ct);
        return [.. accounts.Select(account => new LetterReader(EmailAddress.TryParse(account.Email)!, account.Language, null))];
    }
}
