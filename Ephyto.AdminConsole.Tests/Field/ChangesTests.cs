using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Features.Letters;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Field;

/// <summary>Every change is made in one order, and what is refused at any step of it leaves nothing behind.</summary>
public abstract class ChangesTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private static readonly DomainError Refusal = new("test.refused", "Not this time.");
    private readonly List<string> _steps = [];
    private Guid _nppo;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _) = await Host.OrganizationAsync("CI");
    }

    [Fact]
    public async Task The_turn_comes_first_then_the_right_then_what_is_changed()
    {
        Assert.True((await MakeAsync(Whole(_nppo))).IsSuccess);

        Assert.Equal(["lock", "guard", "load", "guard of", "act", "holds"], _steps);
        Assert.Equal(NppoStatus.Suspended, await StatusAsync());
    }

    [Fact]
    public async Task Who_may_not_learns_nothing_of_what_is_there()
    {
        Assert.Equal(Refusal, (await MakeAsync(Whole(Guid.NewGuid()) with { Guard = Refuse })).Error);
        Assert.Equal(["lock"], _steps);
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_the_words_that_were_chosen()
    {
        Assert.Equal(AccessErrors.NotFound, (await MakeAsync(new(Guid.NewGuid()))).Error);
        Assert.Equal(Refusal, (await MakeAsync(new(Guid.NewGuid()) { Missing = Refusal })).Error);
    }

    [Fact]
    public async Task On_something_newer_than_was_shown_nobody_acts()
    {
        Assert.Equal(AccessErrors.ChangedMeanwhile, (await MakeAsync(Whole(_nppo) with { SeenVersion = 1000 })).Error);
        Assert.DoesNotContain("act", _steps);
    }

    [Fact]
    public async Task What_does_not_hold_of_the_whole_is_taken_back()
    {
        Assert.Equal(Refusal, (await MakeAsync(Whole(_nppo) with { Holds = Refuse })).Error);

        Assert.Equal(NppoStatus.Onboarding, await StatusAsync());
    }

    [Fact]
    public async Task A_place_that_was_taken_meanwhile_is_told_where_a_sentence_is_given_for_it()
    {
        var second = new Change<Nppo>(_nppo) { Taken = Refusal };

        Assert.Equal(Refusal, (await MakeAsync(second, AddAnother)).Error);
        await Assert.ThrowsAsync<DbUpdateException>(() => MakeAsync(second with { Taken = null }, AddAnother));
    }

    private static Task<DomainError?> Refuse(ConsoleDbContext db, CancellationToken ct) => Task.FromResult<DomainError?>(Refusal);

    // Of a country one organization is a member.
    private static Task<Result> AddAnother(ConsoleDbContext db, Nppo nppo, DateTime now)
    {
        db.Add(Nppo.Register(RegistrationSample.SubmitNew(nppo.CountryCode, "second@example.org"), Guid.NewGuid(), Actor.System, now));
        return Task.FromResult(Result.Success());
    }

    private Change<Nppo> Whole(Guid id) => new(id)
    {
        Lock = (db, ct) => Step("lock", db.LockNppoAsync(id, ct)),
        Guard = (_, _) => Step("guard", Task.FromResult<DomainError?>(null)),
        Load = (db, ct) => Step("load", db.Set<Nppo>().SingleOrDefaultAsync(nppo => nppo.Id == id, ct)),
        GuardOf = (_, _, _) => Step("guard of", Task.FromResult<DomainError?>(null)),
        Holds = (_, _) => Step("holds", Task.FromResult<DomainError?>(null)),
    };

    private Task<Result<NppoStatus>> MakeAsync(Change<Nppo> change, Func<ConsoleDbContext, Nppo, DateTime, Task<Result>>? act = null) =>
        Host.Get<Changes>().MakeAsync(change, act
            ?? ((_, nppo, now) => Step("act", Task.FromResult(nppo.Suspend("For a test.", Actor.System, now)))),
            (_, nppo) => nppo.Status, CancellationToken.None);

    private T Step<T>(string name, T result)
    {
        _steps.Add(name);
        return result;
    }

    private Task<NppoStatus> StatusAsync() =>
        Host.StoreAsync(db => db.Set<Nppo>().Where(nppo => nppo.Id == _nppo).Select(nppo => nppo.Status).SingleAsync());
}

public sealed class ChangesOnSqlite() : ChangesTests(DatabaseKind.Sqlite);

public sealed class ChangesOnPostgreSql() : ChangesTests(DatabaseKind.PostgreSql);
