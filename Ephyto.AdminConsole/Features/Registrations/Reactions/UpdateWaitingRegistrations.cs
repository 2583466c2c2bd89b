using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>
/// What becomes of those that wait for verification when another registration of their country is verified, confirmed, or ends.
/// It is in the same save: nobody is told of a verification that another one won.
/// </summary>
internal sealed class UpdateWaitingRegistrations(RegistrationPolicy policy) : IDomainEventHandler<RegistrationEvent>
{
    public async Task HandleAsync(RegistrationEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (happened is not (EmailVerified or RegistrationConfirmed or RegistrationDeclined or RegistrationWithdrawn
            or RegistrationExpired)) return;
        if (await db.FindRegistrationAsync(happened, ct) is not { VerifiedAt: not null } first) return;

        foreach (var other in (await db.WaitingAsync(first.CountryCode, ct)).Where(other => other.Id != first.Id))
            Move(other, first, happened);
    }

    private void Move(Registration other, Registration first, RegistrationEvent happened)
    {
        var now = happened.OccurredAt;
        switch (happened)
        {
            case EmailVerified when other.Representative.Email == first.Representative.Email:
                other.EndAsReplaced(now);
                break;
            case EmailVerified:
                other.LetPass(now);
                break;
            case RegistrationConfirmed:
                other.EndAfterConfirmation(now);
                break;
            default:
                // One whose time is over meanwhile is not invited once more.
                if (other.ExpiresAt(policy) > now) other.TakeTurn(now);
                break;
        }
    }
}
