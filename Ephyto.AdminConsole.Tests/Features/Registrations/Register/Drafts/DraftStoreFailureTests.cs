using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register.Drafts;

public sealed class DraftStoreFailureTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task A_store_that_refuses_is_asked_again_until_it_takes_what_was_typed()
    {
        var disk = new FullDisk(Host.Get<IDbContextFactory<ConsoleDbContext>>()) { IsFull = true };
        var drafts = new DraftStore(disk, Host.Get<DraftRoom>(), Host.Time, NullLogger<DraftStore>.Instance);

        var refused = drafts.PutAsync("a", "FamilyName", "Koné");
        await AdvanceUntilAsync(() => refused.IsCompleted, "the store to refuse");
        Assert.False(await refused);

        disk.IsFull = false;
        var later = drafts.WrittenAsync("a");
        await AdvanceUntilAsync(() => later.IsCompleted, "the store to take the draft");
        Assert.True(await later);
        Assert.Equal("Koné", (await drafts.LoadAsync("a", CancellationToken.None))!.Values["FamilyName"]);
    }

    [Fact]
    public async Task An_orderly_end_waits_for_the_last_words()
    {
        var drafts = Host.Get<DraftStore>();
        _ = drafts.PutAsync("a", "FamilyName", "Koné");

        var end = drafts.StopAsync(CancellationToken.None);
        await AdvanceUntilAsync(() => end.IsCompleted, "the end");

        Assert.Equal(1, await Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync()));
    }

    private Task AdvanceUntilAsync(Func<bool> reached, string awaited) => Eventually.TrueAsync(
        () =>
        {
            Host.Time.Advance(TimeSpan.FromSeconds(1));
            return reached();
        },
        awaited);

    private sealed class FullDisk(IDbContextFactory<ConsoleDbContext> inner) : IDbContextFactory<ConsoleDbContext>
    {
        public bool IsFull { get; set; }

        public ConsoleDbContext CreateDbContext() => IsFull ? throw new IOException("No space left on device.") : inner.CreateDbContext();
    }
}
