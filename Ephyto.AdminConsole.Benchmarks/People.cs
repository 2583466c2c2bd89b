using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>People made for a measurement.</summary>
internal static class People
{
    private const string Password = "quiet river under plum trees";

    public static async Task<Guid> SomeNppoAsync(this RunningConsole console)
    {
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        return await db.Set<Nppo>().Where(n => n.Status == NppoStatus.Live).Select(n => n.Id).FirstAsync();
    }

    public static async Task<(Guid MemberId, Guid UserId, string Email)> AddMemberAsync(this RunningConsole console, Guid nppoId,
        NppoRole role, string name)
    {
        var email = $"{name}@example.org";
        var user = new ConsoleUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = name, LockoutEnabled = true };
        await using var scope = console.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>().CreateAsync(user, Password);
        if (!made.Succeeded) throw new InvalidOperationException(made.ToString());
        var member = Member.Invite(nppoId, EmailAddress.TryParse(email)!, "en", role, user.Id, DateTime.UtcNow);
        member.Activate(user.Id, new PersonDetails("", "Some", name, "Officer", ""), DateTime.UtcNow);
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        db.Add(member);
        await db.SaveChangesAsync();
        return (member.Id, user.Id, email);
    }

    public static async Task SignInAsync(this IPage page, string email, string path)
    {
        await page.GotoAsync(path);
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**{path}");
    }
}
