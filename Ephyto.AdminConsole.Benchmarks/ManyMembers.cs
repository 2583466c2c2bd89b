using System.Diagnostics;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>The list of an organization with 2,000 members: first page, last page, a search.</summary>
internal static class ManyMembers
{
    private const int Members = 2000;
    private const int Rounds = 50;

    public static async Task MeasureAsync(RunningConsole console)
    {
        var nppo = await console.SomeNppoAsync();
        var boss = Actor.User((await console.AddMemberAsync(nppo, NppoRole.Administrator, "list-boss")).UserId);
        await using (var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync())
        {
            for (var number = 0; number < Members; number++)
                db.Add(Member.Invite(nppo, EmailAddress.TryParse($"colleague-{number}@example.org")!, "en", NppoRole.Viewer, boss.Id,
                    DateTime.UtcNow));
            await db.SaveChangesAsync();
        }

        await MeasureAsync(console, new(nppo), boss, $"members page of {Members}, first page");
        await MeasureAsync(console, new(nppo, Page: int.MaxValue), boss, $"members page of {Members}, last page");
        await MeasureAsync(console, new(nppo, Sort: "-signin"), boss, $"members page of {Members}, sorted by last sign-in");
        await MeasureAsync(console, new(nppo, "colleague-1999"), boss, $"members page of {Members}, search");
    }

    private static async Task MeasureAsync(RunningConsole console, ListMembersRequest request, Actor boss, string what)
    {
        var list = console.Get<ListMembers>();
        for (var warm = 0; warm < 5; warm++) await list.HandleAsync(request, boss, default);
        List<double> times = [];
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await list.HandleAsync(request, boss, default);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Browser.Print(what, times);
    }
}
