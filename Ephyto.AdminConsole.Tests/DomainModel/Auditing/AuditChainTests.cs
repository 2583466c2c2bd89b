using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.DomainModel.Auditing;

/// <summary>What a reader of the whole trail finds out about it.</summary>
public sealed class AuditChainTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, 123, DateTimeKind.Utc);
    private readonly List<AuditEntry> _trail = [];

    public AuditChainTests()
    {
        var head = AuditHead.Empty;
        for (var number = 0; number < 4; number++)
        {
            _trail.Add(AuditEntry.Append(head, new NppoSuspended(Guid.NewGuid(), Actor.System, Now.AddTicks(number)), "{}"));
            head = new(_trail[^1].Sequence, _trail[^1].Hash);
        }
    }

    [Fact]
    public void A_whole_trail_ends_at_the_head_that_somebody_kept()
    {
        Assert.Equal(new(4, Head(4), null), Read(_trail));
        Assert.Equal(new(4, Head(4), null), Read(_trail, Head(4)));
        Assert.Equal(new(4, Head(4), null), Read(_trail, Head(2)));
        Assert.Equal(new(0, AuditHead.Empty, null), Read([], AuditHead.Empty));
    }

    [Fact]
    public void An_entry_that_is_missing_is_found_where_it_should_be() =>
        Assert.Equal(new(2, AuditFault.Missing), Read([_trail[0], _trail[2], _trail[3]]).Break);

    [Fact]
    public void An_entry_that_comes_twice_was_inserted() =>
        Assert.Equal(new(2, AuditFault.Inserted), Read([_trail[0], _trail[1], _trail[1], _trail[2]]).Break);

    [Fact]
    public void An_entry_that_comes_again_later_was_inserted_and_follows_nothing() =>
        Assert.Equal(new(2, AuditFault.Inserted), Read([_trail[0], _trail[1], _trail[2], _trail[1]]).Break);

    [Fact]
    public void An_entry_that_was_put_in_between_is_found_by_the_next_one_which_does_not_follow_it()
    {
        var intruder = AuditEntry.Append(Head(1), new NppoSuspended(Guid.NewGuid(), Actor.System, Now), "{}");
        var next = AuditEntry.Append(new(2, Head(1).Hash), new NppoSuspended(Guid.NewGuid(), Actor.System, Now), "{}");

        Assert.Equal(new(2, AuditFault.Inserted), Read([_trail[0], intruder, next]).Break);
    }

    [Fact]
    public void An_entry_that_follows_another_trail_is_unlinked()
    {
        var foreign = AuditEntry.Append(new(1, new string('f', 64)), new NppoSuspended(Guid.NewGuid(), Actor.System, Now), "{}");

        Assert.Equal(new(2, AuditFault.Unlinked), Read([_trail[0], foreign]).Break);
    }

    [Fact]
    public void A_changed_entry_no_longer_fits_its_hash()
    {
        Set(_trail[1], nameof(AuditEntry.Facts), "{\"a\":1}");

        Assert.Equal(new(2, AuditFault.Changed), Read(_trail).Break);
        Assert.Equal(1, Read(_trail).Entries);
    }

    [Fact]
    public void A_time_with_more_than_milliseconds_is_not_the_one_that_was_written()
    {
        Set(_trail[1], nameof(AuditEntry.At), _trail[1].At.AddTicks(1));

        Assert.False(_trail[1].IsIntact);
        Assert.Equal(_trail[1].Hash, _trail[1].ComputeHash());
        Assert.All(_trail.Where((_, place) => place != 1), entry => Assert.Equal((Now, true), (entry.At, entry.IsIntact)));
    }

    [Fact]
    public void A_trail_that_was_cut_off_ends_before_the_head_that_somebody_kept() =>
        Assert.Equal(new(3, AuditFault.CutOff), Read(_trail[..2], Head(4)).Break);

    [Fact]
    public void A_trail_that_was_written_anew_has_another_head_than_the_one_that_somebody_kept()
    {
        Assert.Equal(new(3, AuditFault.OtherHead), Read(_trail, new(3, new string('f', 64))).Break);
        Assert.Equal(new(0, AuditFault.OtherHead), Read(_trail, new(0, new string('f', 64))).Break);
    }

    [Fact]
    public void An_entry_that_cannot_be_read_was_changed_where_it_stands_and_only_the_first_fault_counts()
    {
        var chain = new AuditChain(null);
        Assert.True(chain.Add(_trail[0]));
        chain.AddUnreadable(2);
        Assert.False(chain.Add(_trail[1]));
        chain.AddUnreadable(9);
        Assert.Equal(new(2, AuditFault.Changed), chain.Finish().Break);

        var gap = new AuditChain(null);
        gap.AddUnreadable(2);
        Assert.Equal(new(1, AuditFault.Missing), gap.Finish().Break);
        Assert.Equal((false, true), (AuditEntry.Unreadable(3).IsReadable, _trail[0].IsReadable));
    }

    [Fact]
    public void An_entry_belongs_to_the_organization_it_is_about()
    {
        var nppo = Guid.NewGuid();
        Assert.Equal(nppo, AuditEntry.Append(AuditHead.Empty, new NppoSuspended(nppo, Actor.System, Now), "{}").NppoId);
        Assert.Null(
            AuditEntry.Append(AuditHead.Empty, new Ephyto.Domain.Access.AccountErased(Guid.NewGuid(), Actor.System, Now), "{}").NppoId);
    }

    [Fact]
    public void It_is_found_by_all_it_is_about_and_by_the_contact_point_that_acted()
    {
        var (nppo, contact) = (Guid.NewGuid(), Guid.NewGuid());

        var asked = new ContactPointAsked(Guid.NewGuid(), "CI", contact, AskingReason.Verified, Actor.System, Now);

        Assert.Equal([SubjectKinds.Registration, SubjectKinds.ContactPoint],
            AuditSubject.Of(AuditEntry.Append(AuditHead.Empty, asked, "{}"), asked).Select(subject => subject.Kind));
        Assert.Equal([SubjectKinds.Nppo], Kinds(Actor.System));
        Assert.Equal([SubjectKinds.Nppo, SubjectKinds.ContactPoint], Kinds(Actor.ContactPoint(contact)));

        IEnumerable<string> Kinds(Actor actor)
        {
            var happened = new NppoSuspended(nppo, actor, Now);
            return AuditSubject.Of(AuditEntry.Append(AuditHead.Empty, happened, "{}"), happened).Select(subject => subject.Kind);
        }
    }

    private AuditHead Head(int sequence) => new(sequence, _trail[sequence - 1].Hash);

    private static AuditVerdict Read(IEnumerable<AuditEntry> trail, AuditHead? known = null)
    {
        var chain = new AuditChain(known);
        foreach (var entry in trail) chain.Add(entry);
        return chain.Finish();
    }

    private static void Set(AuditEntry entry, string property, object value) =>
        typeof(AuditEntry).GetProperty(property)!.SetValue(entry, value);
}
