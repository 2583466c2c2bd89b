using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Access;

/// <summary>Signs of trouble are counted, and told at the first and with every digit more.</summary>
public sealed class SecurityTallyTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Account = Guid.NewGuid();
    private static readonly Guid Organization = Guid.NewGuid();

    [Fact]
    public void It_is_told_at_the_first_the_tenth_and_the_hundredth()
    {
        var tally = Of(SecuritySignal.SignInFailed);
        foreach (var times in (int[])[1, 1, 7, 1, 1, 88, 1, 1]) tally.Add(times, [Organization], Now);

        Assert.Equal([1, 10, 100], tally.DomainEvents.Cast<SignInsFailed>().Select(happened => happened.Count).Order());
        Assert.Equal((101, Now), (tally.Count, tally.LastAt));
    }

    [Fact]
    public void After_a_day_it_begins_anew()
    {
        var tally = Of(SecuritySignal.CodeRefused);
        tally.Add(5, [], Now);
        tally.Add(1, [], Now + SecurityTally.Window - TimeSpan.FromTicks(1));
        Assert.Equal((6, Now), (tally.Count, tally.StartedAt));

        tally.Add(1, [], Now + SecurityTally.Window);

        Assert.Equal((1, Now + SecurityTally.Window), (tally.Count, tally.StartedAt));
        Assert.Equal([5, 1], tally.DomainEvents.Cast<CodesRefused>().Select(happened => happened.Count));
    }

    [Theory]
    [InlineData(SecuritySignal.SignInHeldBack, "account.sign-ins-held-back")]
    [InlineData(SecuritySignal.CodeHeldBack, "account.codes-held-back")]
    public void What_is_mailed_to_the_owner_is_told_once(SecuritySignal signal, string code)
    {
        var tally = Of(signal);
        tally.Add(1, [Organization], Now);
        tally.Add(9, [Organization], Now);
        tally.Add(90, [Organization], Now);

        Assert.Equal(code, Assert.Single(tally.DomainEvents).Code);
        Assert.Equal([new(SubjectKinds.Account, Account), new SubjectRef(SubjectKinds.Nppo, Organization)], tally.DomainEvents[0].Subjects);
    }

    [Fact]
    public void A_count_never_runs_over()
    {
        var tally = Of(SecuritySignal.RightRefused);
        tally.Add(int.MaxValue, [], Now);
        tally.Add(int.MaxValue, [], Now);

        Assert.Equal(int.MaxValue, tally.Count);
    }

    [Theory]
    [InlineData(SecuritySignal.LinkRefused)]
    [InlineData(SecuritySignal.TooManyRequests)]
    public void What_concerns_no_account_is_counted_only(SecuritySignal signal)
    {
        var tally = Of(signal);
        tally.Add(1, [], Now);
        var nobodys = SecurityTally.Of(SecuritySignal.SignInFailed, Guid.Empty, Guid.Empty, Now);
        nobodys.Add(1, [], Now);
        var nothing = Of(SecuritySignal.SignInFailed);
        nothing.Add(0, [], Now);

        Assert.Empty(tally.DomainEvents.Concat(nobodys.DomainEvents).Concat(nothing.DomainEvents));
    }

    [Fact]
    public void The_organization_is_the_first_of_those_the_person_belongs_to()
    {
        Assert.Equal(Organization, new SignInsFailed(Account, 1, [Organization, Guid.NewGuid()], Now).NppoId);
        Assert.Null(new SignInsFailed(Account, 1, [], Now).NppoId);
        Assert.Equal(Organization, new SignInsHeldBack(Account, [Organization], Now).NppoId);
        Assert.Null(new SignInsHeldBack(Account, [], Now).NppoId);
        Assert.Equal(Organization, new CodesHeldBack(Account, [Organization], Now).NppoId);
        Assert.Null(new CodesHeldBack(Account, [], Now).NppoId);
    }

    private static SecurityTally Of(SecuritySignal signal) => SecurityTally.Of(signal, Account, Organization, Now);
}
