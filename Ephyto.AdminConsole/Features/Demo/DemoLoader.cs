using System.Security.Cryptography;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Demo;

/// <summary>Everything in one transaction: a start that is cut short leaves an empty database, and the next one begins anew.</summary>
internal sealed class DemoLoader(
    ConsoleDbContext db, UserManager<ConsoleUser> accounts, CountryCatalogue countries, DemoRegistrations registrations, TimeProvider time)
{
    public const string AdministratorEmail = "hub.administrator@example.org";

    // Any number, the same on every node.
    private const long OneNodeOnly = 0x4465_6D6F;

    // Without 0/O, 1/l/I: it is read from one screen and typed on another.
    private const string PasswordAlphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <returns>The administrator's password, or null where there was data already.</returns>
    public async Task<string?> LoadAsync(CancellationToken ct)
    {
        if (await HasDataAsync(ct)) return null;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.HoldAsync(OneNodeOnly, ct);
        if (await HasDataAsync(ct)) return null;

        var now = time.GetUtcNow().UtcDateTime;
        var since = now.AddYears(-1);
        db.AddRange(DemoDirectory.For(countries.All)
            .Select(entry => ContactPoint.Enter(entry.CountryCode, entry.Details, Actor.System, since)));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        await registrations.LoadAsync(now, ct);
        var password = RandomNumberGenerator.GetString(PasswordAlphabet, 20);
        await AppointAdministratorAsync(password, now, ct);
        await transaction.CommitAsync(ct);
        return password;
    }

    private async Task<bool> HasDataAsync(CancellationToken ct) =>
        await db.Set<ContactPoint>().AnyAsync(ct) || await db.Set<Domain.Registrations.Registration>().AnyAsync(ct)
            || await db.Users.AnyAsync(ct);

    private async Task AppointAdministratorAsync(string password, DateTime now, CancellationToken ct)
    {
        var administrator = new ConsoleUser
        {
            UserName = AdministratorEmail,
            Email = AdministratorEmail,
            EmailConfirmed = true,
            DisplayName = "Hub Administrator",
            CreatedAt = now,
        };
        var created = await accounts.CreateAsync(administrator, password);
        if (!created.Succeeded)
            throw new InvalidOperationException(
                $"The demo administrator was refused: {string.Join(' ', created.Errors.Select(e => e.Description))}");
        db.Add(HubUser.Appoint(
            administrator.Id, EmailAddress.TryParse(AdministratorEmail)!, administrator.DisplayName, "en", HubRole.HubAdministrator,
            Actor.System, now));
        await db.SaveChangesAsync(ct);
    }
}
