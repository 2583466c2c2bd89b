using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>Help for a member who lost the second factor.</summary>
public abstract class ResetSecondFactorTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Email = "lost@example.org";
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _lost = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _lost = await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, Email);
    }

    [Fact]
    public async Task The_app_the_passkeys_the_codes_and_the_sessions_end_and_the_person_is_told()
    {
        using var client = await Host.SignedInAsync(Email);
        var (_, codes) = await Host.SetUpAuthenticatorAsync(client);
        await AddPasskeyAsync();

        Assert.True((await ResetAsync(_boss)).IsSuccess);

        Assert.False(await client.IsSignedInAsync());
        Assert.Equal(0, await Host.StoreAsync(db => db.UserPasskeys.CountAsync()));
        Assert.False(await Host.Get<IdentitySecondFactor>().UseCodeAsync(_lost.Id, codes[0], CancellationToken.None));
        using var again = await Host.SignedInAsync(Email);
        Assert.True(await again.IsSignedInAsync());
        Assert.Equal("Your second factor was reset", (await Host.EmailAsync("account.second-factor-reset", _lost.Id)).Subject);
        var line = await Host.StoreAsync(db => db.Set<AuditEntry>().SingleAsync(e => e.Code == "account.second-factor-reset"));
        Assert.Equal((_boss.Id, _lost.Id, (Guid?)_nppo), (line.ActorId, line.SubjectId, line.NppoId));
    }

    [Fact]
    public async Task Nobody_else_may_and_nobody_their_own()
    {
        using var client = await Host.SignedInAsync(Email);
        await Host.SetUpAuthenticatorAsync(client);
        var (foreign, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var foreigner = await Host.ActiveMemberAsync(foreign.Id, NppoRole.Administrator, "foreign@example.org");
        var viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
        var auditor = await Host.AppointAsync(HubRole.Auditor);

        foreach (var actor in new[] { Actor.Anonymous, viewer, _lost, foreigner, auditor })
            Assert.Equal(AccessErrors.NotAllowed, (await ResetAsync(actor)).Error);
        var own = await Host.StoreAsync(db => db.Set<Member>().SingleAsync(m => m.UserId == _boss.Id));
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<ResetSecondFactor>().HandleAsync(own.Id, _boss, CancellationToken.None)).Error);
        Assert.True(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task Of_somebody_with_a_role_in_the_hub_it_is_not_the_organizations_to_reset()
    {
        using var client = await Host.SignedInAsync(Email);
        await Host.SetUpAuthenticatorAsync(client);
        await Host.AppointAsync(HubRole.HubAdministrator, await Host.StoreAsync(db => db.Users.SingleAsync(u => u.Id == _lost.Id)));

        Assert.Equal(AccessErrors.NotAllowed, (await ResetAsync(_boss)).Error);
    }

    [Fact]
    public async Task Where_there_is_none_nothing_is_reset() => Assert.Equal(MemberErrors.NotPossibleNow, (await ResetAsync(_boss)).Error);

    private async Task<Result<Guid>> ResetAsync(Actor actor)
    {
        var member = await Host.StoreAsync(db => db.Set<Member>().SingleAsync(m => m.UserId == _lost.Id));
        return await Host.Get<ResetSecondFactor>().HandleAsync(member.Id, actor, CancellationToken.None);
    }

    private Task<int> AddPasskeyAsync() => Host.StoreAsync(db =>
    {
        db.Add(new IdentityUserPasskey<Guid>
        {
            UserId = _lost.Id,
            CredentialId = [1, 2, 3],
            Data = new IdentityPasskeyData { PublicKey = [1], Name = "Telephone", AttestationObject = [1], ClientDataJson = [1],
                CreatedAt = Host.Time.GetUtcNow() },
        });
        return db.SaveChangesAsync();
    });
}

public sealed class ResetSecondFactorOnSqlite() : ResetSecondFactorTests(DatabaseKind.Sqlite);

public sealed class ResetSecondFactorOnPostgreSql() : ResetSecondFactorTests(DatabaseKind.PostgreSql);
