using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Hub.Problems.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.AdminConsole.Platform.Storage;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register.Drafts;

/// <summary>A disk fills up: the drafts are the first to do without, and people still sign in.</summary>
public sealed class LittleRoomTests : IAsyncLifetime
{
    private const long Megabyte = 1024 * 1024;
    private readonly FakeDisk _disk = new();
    private ConsoleHost? _host;

    private ConsoleHost Host => _host!;

    private DraftStore Drafts => Host.Get<DraftStore>();

    public async ValueTask InitializeAsync() => _host = await ConsoleHost.StartAsync(
        settings: new Dictionary<string, string?> { ["Storage:LowSpaceMegabytes"] = "200" },
        change: services => services.Replace(ServiceDescriptor.Singleton<IDisk>(_disk)));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Fact]
    public async Task Drafts_stop_sign_in_goes_on_and_problems_says_so()
    {
        Assert.True(await PutAsync("a", "Country", "CI"));
        _disk.Left = 199 * Megabyte;
        Host.Time.Advance(TimeSpan.FromSeconds(6));

        Assert.False(Drafts.Keeps);
        Assert.False(await PutAsync("b", "Country", "GH"));
        Assert.False(await PutAsync("a", "FamilyName", "Koné"));
        Assert.False(Drafts.IsTriedAgain("a"));
        Assert.Equal("CI", Assert.Single((await Drafts.LoadAsync("a", CancellationToken.None))!.Values).Value);
        await Host.AccountAsync("awa@example.org");
        using var client = await Host.SignedInAsync("awa@example.org");
        Assert.True(await client.IsSignedInAsync());
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var problems = await Host.CallAsync((ListProblems list) => list.HandleAsync(officer, default));
        Assert.Contains(problems.Value, problem => problem is { Kind: ProblemKind.DiskNearlyFull, Setting: "Storage:LowSpaceMegabytes" });
    }

    [Fact]
    public async Task With_room_again_they_are_kept_again()
    {
        _disk.Left = 0;
        Assert.False(await PutAsync("a", "Country", "CI"));

        _disk.Left = 200 * Megabyte;
        Host.Time.Advance(TimeSpan.FromSeconds(6));

        Assert.True(await PutAsync("a", "Country", "CI"));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync()));
    }

    [Fact]
    public void A_disk_nobody_can_look_at_stops_nothing()
    {
        _disk.Left = null;
        Assert.True(Drafts.Keeps);
    }

    [Fact]
    public void The_real_disk_says_how_much_is_left()
    {
        using var folder = new TemporaryDirectory();
        var disk = new Disk(Options.Create(new StorageOptions { DataDirectory = folder.Path }), Options.Create(new DatabaseOptions()));
        Assert.InRange(disk.Free()!.Value, 1, new DriveInfo(folder.Path).TotalSize);
    }

    private async Task<bool> PutAsync(string key, string field, string text)
    {
        var write = Drafts.PutAsync(key, field, text, "192.0.2.1");
        await Eventually.TrueAsync(
            () =>
            {
                Host.Time.Advance(DraftStore.Pause);
                return write.IsCompleted;
            },
            "the store to answer");
        return await write;
    }

    private sealed class FakeDisk : IDisk
    {
        public long? Left { get; set; } = 10_000 * Megabyte;

        public long? Free() => Left;
    }
}
