using Ephyto.AdminConsole.Features.Hub.Problems.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register.Drafts;

public sealed class DraftRoomOnSqlite() : DraftRoomTests(DatabaseKind.Sqlite);

public sealed class DraftRoomOnPostgreSql() : DraftRoomTests(DatabaseKind.PostgreSql);

/// <summary>Anybody can leave drafts, as many and as large as they are let: the store fills up to its bounds and no further.</summary>
public abstract class DraftRoomTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private bool Merge(RegistrationDraft draft, RegisterForm form) => draft.Merge(
        Enum.GetValues<RegisterField>().Select(field => KeyValuePair.Create(field.ToString(), form[field])), Host.Now(),
        new RegisterOptions().DraftKilobytes * 1024);

    private DraftStore Drafts => Host.Get<DraftStore>();

    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Registration:Form:DraftsAtMost"] = "40",
        ["Registration:Form:DraftsMegabytes"] = "1",
        ["Registration:Form:DraftsPerSender"] = "5",
        ["Registration:Form:DraftKilobytes"] = "100",
    };

    [Fact]
    public async Task Two_hundred_forms_of_as_many_senders_leave_forty_the_newest()
    {
        foreach (var number in Enumerable.Range(0, 200))
            Assert.True(await PutAsync($"draft {number}", "Country", "CI", $"sender {number}"));

        var kept = await KeptAsync();
        Assert.Equal(40, kept.Count);
        Assert.Equal(Enumerable.Range(160, 40).Select(number => $"draft {number}").Order(StringComparer.Ordinal),
            kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_all_take_together_is_bounded()
    {
        foreach (var number in Enumerable.Range(0, 25))
            Assert.True(await PutAsync($"draft {number}", "Address", new string('x', 90_000), $"sender {number}"));

        Assert.InRange(await Host.StoreAsync(db => db.Set<RegistrationDraft>().SumAsync(draft => draft.Size)), 900_000, 1_200_000);
        Assert.Contains("draft 24", await KeptAsync());
    }

    [Fact]
    public async Task One_that_is_too_large_is_not_kept_and_what_was_kept_of_it_stays()
    {
        Assert.True(await PutAsync("a", "FamilyName", "Koné", "sender"));

        Assert.False(await PutAsync("a", "Address", new string('植', 40_000), "sender"));

        Assert.False(Drafts.IsTriedAgain("a"));
        Assert.Equal("Koné", Assert.Single((await Drafts.LoadAsync("a", CancellationToken.None))!.Values).Value);
    }

    [Fact]
    public async Task One_sender_keeps_few_and_begins_another_once_one_is_abandoned()
    {
        foreach (var number in Enumerable.Range(0, 5)) Assert.True(await PutAsync($"draft {number}", "Country", "CI", "one sender"));

        Assert.False(await PutAsync("draft 5", "Country", "CI", "one sender"));
        Assert.True(await PutAsync("draft of another", "Country", "CI", "another sender"));
        Assert.True(await PutAsync("draft 4", "Country", "GH", "one sender"));
        Host.Time.Advance(DraftRoom.Abandoned);
        Assert.True(await PutAsync("draft 5", "Country", "CI", "one sender"));
        Assert.Equal(["draft 1", "draft 2", "draft 3", "draft 4", "draft 5", "draft of another"],
            (await KeptAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_what_was_typed_is_stored_and_each_letter_once()
    {
        Assert.True(await PutAsync("a", "FamilyName", "Ньютон", "sender"));
        Assert.True(await PutAsync("a", "Address", "Abidjan", "sender"));
        Assert.True(await PutAsync("a", "Address", "", "sender"));

        var draft = await Host.StoreAsync(db => db.Set<RegistrationDraft>().SingleAsync());
        Assert.Equal(("""{"FamilyName":"Ньютон"}""", 29), (draft.Payload, draft.Size));
    }

    [Fact]
    public async Task Answers_twice_as_long_as_they_may_be_take_a_few_kilobytes_and_more_than_fits_is_not_kept()
    {
        var form = new RegisterForm();
        foreach (var field in Enum.GetValues<RegisterField>())
            form[field] = new string('植', 2 * (RegisterQuestions.Of(field).Longest ?? 50));
        var draft = new RegistrationDraft("a", Host.Now());

        Assert.True(Merge(draft, form));
        Assert.InRange(draft.Size, 8_000, 16_000);

        form[RegisterField.Address] = new string('植', 100_000);
        Assert.Equal(100_000, form[RegisterField.Address].Length);
        Assert.False(Merge(draft, form));
    }

    [Fact]
    public async Task Where_it_came_from_is_known_for_a_day()
    {
        Assert.True(await PutAsync("a", "Country", "CI", "192.0.2.1"));
        var cleaner = Host.Get<DraftCleaner>();
        await cleaner.CleanAsync(CancellationToken.None);
        Assert.Equal("192.0.2.1", await SenderAsync());

        Host.Time.Advance(TimeSpan.FromHours(25));
        await cleaner.CleanAsync(CancellationToken.None);

        Assert.Null(await SenderAsync());
    }

    [Fact]
    public async Task Problems_says_so_before_the_first_one_goes()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        foreach (var number in Enumerable.Range(0, 35)) await PutAsync($"draft {number}", "Country", "CI", $"sender {number}");
        Assert.DoesNotContain(await ProblemsAsync(), problem => problem.Kind == ProblemKind.DraftsNearlyFull);

        await PutAsync("draft 35", "Country", "CI", "sender 35");

        var problem = Assert.Single(await ProblemsAsync(), problem => problem.Kind == ProblemKind.DraftsNearlyFull);
        Assert.Equal((36, "Registration:Form:DraftsAtMost"), (problem.Count, problem.Setting));

        async Task<IReadOnlyList<Problem>> ProblemsAsync() =>
            (await Host.CallAsync((ListProblems list) => list.HandleAsync(officer, default))).Value;
    }

    [Fact]
    public async Task No_more_forms_wait_for_a_store_that_does_not_answer_than_there_is_room_for()
    {
        var writes = Enumerable.Range(0, DraftStore.MostUnsaved + 1)
            .Select(number => Drafts.PutAsync($"draft {number}", "Country", "CI")).ToList();

        Assert.True(writes[^1].IsCompleted);
        Assert.False(await writes[^1]);
        Assert.False(Drafts.IsTriedAgain($"draft {DraftStore.MostUnsaved}"));
        await AdvanceUntilAsync(() => writes.All(write => write.IsCompleted));
    }

    private async Task<bool> PutAsync(string key, string field, string text, string sender)
    {
        var write = Drafts.PutAsync(key, field, text, sender);
        await AdvanceUntilAsync(() => write.IsCompleted);
        return await write;
    }

    private Task<string?> SenderAsync() => Host.StoreAsync(db => db.Set<RegistrationDraft>().Select(draft => draft.Sender).SingleAsync());

    private Task<List<string>> KeptAsync() => Host.StoreAsync(db => db.Set<RegistrationDraft>().Select(draft => draft.Key).ToListAsync());

    /// <summary>Lets the clock run on until the writer has done its work.</summary>
    private Task AdvanceUntilAsync(Func<bool> reached) => Eventually.TrueAsync(
        () =>
        {
            Host.Time.Advance(DraftStore.Pause);
            return reached();
        },
        "the store to answer");
}
