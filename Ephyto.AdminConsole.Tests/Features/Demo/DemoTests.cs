using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.Demo;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Connections;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Demo;

/// <summary>What an empty database of a developer begins with.</summary>
public abstract class DemoTests(DatabaseKind kind) : UseCaseTests(kind)
{
    // Tests and visitors register these.
    private static readonly string[] LeftAlone = ["CI", "FR", "SN", "KE", "GH", "MA", "ES", "TN", "CM", "BJ"];

    [Fact]
    public async Task Every_screen_has_life()
    {
        Assert.NotNull(await LoadAsync());

        var registrations = await Host.StoreAsync(db => db.Set<Registration>().ToListAsync());
        Assert.Equal(Enum.GetValues<RegistrationStatus>(), registrations.Select(r => r.Status).Distinct().Order());
        Assert.True(registrations.Count >= 10);
        Assert.Empty(registrations.Select(r => r.CountryCode).Intersect(LeftAlone));
        Assert.All(registrations, r => Assert.True(r.Steps.All(step => step.At <= Host.Now())));
        Assert.Contains(EscalationReason.Undeliverable, registrations.Select(r => r.EscalationReason).OfType<EscalationReason>());
        Assert.Equal(3, await Host.StoreAsync(db => db.Set<Nppo>().Select(n => n.Status).Distinct().CountAsync()));
        Assert.True(await Host.StoreAsync(db => db.Set<Member>().CountAsync(m => m.Status == MemberStatus.Active)) >= 6);
        Assert.Equal(["AR", "NZ"],
            await Host.StoreAsync(db => db.Set<Connection>().Where(c => c.Code.Length == 2).OrderBy(c => c.Code).Select(c => c.Code)
                .ToListAsync()));
    }

    [Fact]
    public async Task Every_country_but_a_few_has_a_contact_and_nobody_is_real()
    {
        await LoadAsync();

        var entries = await Host.StoreAsync(db => db.Set<ContactPoint>().ToListAsync());
        Assert.Equal(Host.Get<CountryCatalogue>().All.Count - DemoDirectory.WithoutContact.Count, entries.Count);
        Assert.Empty(LeftAlone.Except(entries.Select(entry => entry.CountryCode)));
        Assert.All(entries, entry => Assert.EndsWith("@example.org", entry.Details.Email, StringComparison.Ordinal));
        Assert.Equal("fr", entries.Single(entry => entry.CountryCode == "CI").Details.PreferredLanguage);
        Assert.Equal("contact-point.ci@example.org", entries.Single(entry => entry.CountryCode == "CI").Details.Email);
        Assert.Equal(Enum.GetValues<ContactPointKind>(), entries.Select(entry => entry.Details.Kind).Distinct().Order());
    }

    [Fact]
    public async Task No_email_of_it_waits_to_be_sent()
    {
        await LoadAsync();

        Assert.False(await Host.StoreAsync(db => db.Set<OutgoingEmail>().AnyAsync(e => e.State == EmailState.Queued)));
        Assert.Empty(Host.Emails.Sent);
    }

    [Fact]
    public async Task The_clock_has_nothing_to_catch_up_with()
    {
        await LoadAsync();

        Assert.False(await Host.StoreAsync(db => db.Set<Registration>().AnyAsync(r => r.NextStepAt <= Host.Now())));
    }

    [Fact]
    public async Task It_is_loaded_once_even_by_several_nodes_at_the_same_instant()
    {
        var loaded = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(LoadAsync)));

        Assert.Single(loaded, password => password is not null);
        Assert.Null(await LoadAsync());
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<HubUser>().CountAsync()));
    }

    [Fact]
    public async Task It_leaves_a_database_alone_that_holds_anything()
    {
        await Host.AddAsync(Host.Contact("BO"));

        Assert.Null(await LoadAsync());
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<ContactPoint>().CountAsync()));
    }

    [Fact]
    public async Task The_administrator_signs_in_with_the_password_that_was_printed()
    {
        var password = await LoadAsync();

        var fits = await Host.CallAsync(async (UserManager<ConsoleUser> accounts) =>
            await accounts.CheckPasswordAsync((await accounts.FindByEmailAsync(DemoLoader.AdministratorEmail))!, password!));

        Assert.True(fits);
    }

    private Task<string?> LoadAsync() => Host.CallAsync((DemoLoader loader) => loader.LoadAsync(CancellationToken.None));
}

public sealed class DemoOnSqlite() : DemoTests(DatabaseKind.Sqlite);

public sealed class DemoOnPostgreSql() : DemoTests(DatabaseKind.PostgreSql);
