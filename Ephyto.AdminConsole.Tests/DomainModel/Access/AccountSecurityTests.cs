using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Access;

public sealed class AccountSecurityTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Person = Guid.NewGuid();
    private static readonly Actor Owner = Actor.User(Person);
    private readonly AccountSecurity _security = AccountSecurity.Of(Person);

    [Fact]
    public void One_app_at_a_time()
    {
        Assert.True(_security.TurnOnAuthenticator("key", 1, Owner, Now).IsSuccess);

        Assert.Equal(AccountErrors.AuthenticatorIsOn, _security.TurnOnAuthenticator("other", 2, Owner, Now).Error);
        Assert.Equal("key", _security.AuthenticatorKey);
    }

    [Fact]
    public void Turning_it_off_forgets_the_key_unless_the_role_needs_it()
    {
        Assert.Equal(AccountErrors.AuthenticatorIsOff, _security.TurnOffAuthenticator(isNeeded: false, Owner, Now).Error);
        _security.TurnOnAuthenticator("key", 1, Owner, Now);

        Assert.Equal(AccountErrors.SecondFactorNeeded, _security.TurnOffAuthenticator(isNeeded: true, Owner, Now).Error);
        Assert.True(_security.TurnOffAuthenticator(isNeeded: false, Owner, Now).IsSuccess);
        Assert.Null(_security.AuthenticatorKey);
        Assert.Equal(["account.authenticator-on", "account.authenticator-off"], _security.DomainEvents.Select(e => e.Code));
    }

    [Fact]
    public void A_reset_belongs_to_the_organization_too()
    {
        var nppo = Guid.NewGuid();
        _security.ResetSecondFactor(nppo, Actor.User(Guid.NewGuid()), Now);

        Assert.Equal([new(SubjectKinds.Account, Person), new SubjectRef(SubjectKinds.Nppo, nppo)],
            _security.DomainEvents.Single().Subjects);
    }

    [Fact]
    public void The_last_second_factor_of_who_needs_one_is_not_removed()
    {
        Assert.Equal(AccountErrors.SecondFactorNeeded, _security.NotePasskeyRemoved(isNeeded: true, Owner, Now).Error);
        Assert.Empty(_security.DomainEvents);
    }
}
