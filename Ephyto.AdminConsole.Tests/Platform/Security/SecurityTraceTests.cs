using System.Collections.Concurrent;
using System.Net;
using Ephyto.AdminConsole.Features.Hub.Problems.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

/// <summary>
/// What may be an attack leaves a trace: a line in the log, a count in the store, an entry where a person is meant. None of them without
/// end.
/// </summary>
public sealed class SecurityTraceTests : IAsyncLifetime
{
    private readonly KeptLog _log = new();
    private ConsoleHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync(formsPerMinute: "100000");

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_failed_sign_in_is_in_the_log_and_the_trail_and_nothing_that_was_typed_is()
    {
        var user = await _host.AccountAsync("awa@example.org");
        using var client = _host.CreateClient();
        foreach (var typed in new[] { "awa@example.org", "no\nbody@example.org", "nobody@example.org" })
            (await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", typed), ("Form.Password", "hunter2\r\n1005 forged")))
                .Dispose();
        await DoneAsync();

        var lines = _log.Of(1001);
        Assert.Equal(2, lines.Count);
        Assert.Contains(user.Id.ToString(), lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain(_log.All, line => line.Text.Contains("hunter2", StringComparison.Ordinal)
            || line.Text.Contains("forged", StringComparison.Ordinal) || line.Text.Contains('\n'));
        Assert.DoesNotContain(_log.All, line => line.Text.Contains("@example.org", StringComparison.Ordinal));
        Assert.Equal(["account.sign-ins-failed"], await EntriesAsync(user.Id));
    }

    [Fact]
    public async Task A_refused_right_stands_in_the_trail_of_the_organization_and_what_a_page_only_asks_itself_does_not()
    {
        var (nppo, _) = await _host.ConfirmedNppoAsync();
        var viewer = await _host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "viewer@example.org");
        var stranger =
            await _host.ActiveMemberAsync((await _host.ConfirmedNppoAsync("GH", Given.Awa with { Email = "gh@example.org" })).Nppo.Id,
                NppoRole.Administrator, "boss.gh@example.org");

        Assert.True((await _host.Get<ListMembers>().HandleAsync(new(nppo.Id), viewer, CancellationToken.None)).IsSuccess);
        await DoneAsync();
        Assert.Equal(0, await RefusedAsync());
        for (var tries = 0; tries < 12; tries++) Assert.False(
            (await _host.Get<ListMembers>().HandleAsync(new(nppo.Id), stranger, CancellationToken.None)).IsSuccess);
        await DoneAsync();

        Assert.Equal(12, await RefusedAsync());
        var entry =
            Assert.Single(await _host.StoreAsync(db => db.Set<AuditEntry>().Where(e => e.Code == "account.rights-refused").ToListAsync()));
        Assert.Equal((nppo.Id, stranger.Id), (entry.NppoId, entry.ActorId));
        Assert.NotEmpty(_log.Of(1005));
    }

    [Fact]
    public async Task A_page_that_is_refused_is_counted_once()
    {
        await _host.AccountAsync("awa@example.org");
        using var client = await _host.SignedInAsync("awa@example.org");

        using var answer = await client.GetAsync(new Uri($"/nppo/members.csv?nppo={Guid.NewGuid()}", UriKind.Relative));
        await DoneAsync();

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(1, await RefusedAsync());
    }

    [Fact]
    public async Task A_flood_of_links_makes_one_row_and_a_few_lines_and_a_problem()
    {
        using var client = _host.CreateClient();
        for (var number = 0; number < 250; number++)
            (await client.GetAsync(new Uri($"/account/reset-password/{number:D43}", UriKind.Relative))).Dispose();
        await DoneAsync();

        Assert.Equal(250,
            await _host.StoreAsync(db => db.Set<SecurityTally>().Where(tally => tally.Signal == SecuritySignal.LinkRefused)
                .Select(tally => tally.Count).SingleAsync()));
        Assert.Equal(20, _log.Of(1006).Count);
        Assert.Single(_log.Of(1010));
        Assert.Contains(new Problem(ProblemKind.RequestsRefused, 250), await ProblemsAsync());
        _host.Time.Advance(TimeSpan.FromHours(25));
        Assert.DoesNotContain(ProblemKind.RequestsRefused, (await ProblemsAsync()).Select(problem => problem.Kind));
    }

    [Fact]
    public async Task Many_failed_sign_ins_are_a_problem_that_leads_to_the_trail()
    {
        var user = await _host.AccountAsync("awa@example.org");
        for (var number = 0; number < 40; number++) _host.Get<SecurityWatch>().Note(SecuritySignal.SignInFailed, user.Id);
        await DoneAsync();

        Assert.Contains(new Problem(ProblemKind.SignInAttacks, 40, Link: "hub/audit?kind=account.sign-ins-failed"), await ProblemsAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_and_a_sender_who_is_too_fast_are_noted()
    {
        using var client = _host.CreateClient();
        using (var form =
            new FormUrlEncodedContent([new("_handler", "sign-in")])) (await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative),
                form)).Dispose();
        await DoneAsync();

        Assert.NotEmpty(_log.Of(1007));

        await using var strict = await StartAsync(formsPerMinute: "1");
        using var sender = strict.CreateClient();
        var refused = 0;
        for (var number = 0; number < 10; number++)
        {
            using var answer = await sender.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", "nobody@example.org"),
                ("Form.Password", "hunter2"));
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) refused++;
        }

        Assert.InRange(refused, 1, 9);
        Assert.Equal(refused, _log.Of(1008).Count);
        await strict.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);
        Assert.Equal(refused, await CountAsync(strict, SecuritySignal.TooManyRequests));
    }

    /// <summary>The numbers are what an operator's alarms look for: they stay.</summary>
    [Theory]
    [InlineData(1001, nameof(SecuritySignal.SignInFailed))]
    [InlineData(1002, nameof(SecuritySignal.SignInHeldBack))]
    [InlineData(1003, nameof(SecuritySignal.CodeRefused))]
    [InlineData(1004, nameof(SecuritySignal.CodeHeldBack))]
    [InlineData(1005, nameof(SecuritySignal.RightRefused))]
    [InlineData(1006, nameof(SecuritySignal.LinkRefused))]
    [InlineData(1007, nameof(SecuritySignal.FormRefused))]
    [InlineData(1008, nameof(SecuritySignal.TooManyRequests))]
    [InlineData(1009, nameof(SecuritySignal.MailHeldBack))]
    public async Task Each_is_a_line_of_its_own_number_and_a_count(int number, string name)
    {
        var signal = Enum.Parse<SecuritySignal>(name);
        for (var times = 0; times < 3; times++) _host.Get<SecurityWatch>().Note(signal, network: "203.0.113.0/24");
        await DoneAsync();

        Assert.Equal(3, _log.Of(number).Count);
        Assert.All(_log.Of(number), line => Assert.Contains("203.0.113.0/24", line, StringComparison.Ordinal));
        Assert.Equal(3, await CountAsync(_host, signal));
    }

    [Fact]
    public void None_is_without_a_number() => Assert.Equal(
        Enum.GetNames<SecuritySignal>().Order(StringComparer.Ordinal),
        typeof(SecurityTraceTests).GetMethod(nameof(Each_is_a_line_of_its_own_number_and_a_count))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Cast<InlineDataAttribute>()
            .Select(row => (string)row.Data[1]!).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_link_used_twice_and_a_circuit_of_another_site_are_noted()
    {
        using var client = _host.CreateClient();
        using (var foreign = new HttpRequestMessage(HttpMethod.Post,
            "/_blazor/negotiate?negotiateVersion=1") { Headers = { { "Origin", "https://elsewhere.example" } } })
            (await client.SendAsync(foreign)).Dispose();
        Assert.Single(_log.Of(1007));

        Assert.Equal(AdminConsole.Platform.Links.LinkErrors.NotUsable,
            (await _host.Get<AdminConsole.Platform.Links.LinkUse>().ConsumeAsync<Guid>(
            Guid.NewGuid(), Ephyto.Domain.Links.LinkPurpose.ResetPassword,
            (_, _) => throw new InvalidOperationException("It must not get here."), CancellationToken.None)).Error);
        Assert.Single(_log.Of(1006));
    }

    [Fact]
    public async Task Tallies_stay_few_whatever_is_tried()
    {
        var watch = _host.Get<SecurityWatch>();
        for (var number = 0; number < 10_000; number++) watch.Note(SecuritySignal.SignInFailed, Guid.NewGuid());
        await DoneAsync();

        Assert.InRange(await _host.StoreAsync(db => db.Set<SecurityTally>().CountAsync()), 1, 501);
    }

    private Task<ConsoleHost> StartAsync(string formsPerMinute) => ConsoleHost.StartAsync(
        settings: new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Ephyto.AdminConsole.Platform.Security"] = "Information",
            ["RateLimits:AnonymousFormsPerMinute"] = formsPerMinute,
        },
        change: services => services.AddSingleton<ILoggerProvider>(_log));

    private Task DoneAsync() => _host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);

    private async Task<IReadOnlyList<Problem>> ProblemsAsync() =>
        (await _host.CallAsync<ListProblems, Ephyto.Domain.Common.Result<IReadOnlyList<Problem>>>(
            async list =>
                await list.HandleAsync(await _host.AppointAsync(HubRole.HubAdministrator, $"officer{Guid.NewGuid():N}"),
                    CancellationToken.None))).Value;

    private static Task<int> CountAsync(ConsoleHost host, SecuritySignal signal) =>
        host.StoreAsync(db => db.Set<SecurityTally>().Where(tally => tally.Signal == signal).SumAsync(tally => tally.Count));

    private Task<int> RefusedAsync() => CountAsync(_host, SecuritySignal.RightRefused);

    private Task<List<string>> EntriesAsync(Guid about) =>
        _host.StoreAsync(db => db.Set<AuditEntry>().Where(entry => entry.SubjectId == about).OrderBy(entry => entry.Sequence)
            .Select(entry => entry.Code).ToListAsync());

    private sealed class KeptLog : ILoggerProvider
    {
        private readonly ConcurrentQueue<(int Event, string Text)> _lines = [];

        public IReadOnlyCollection<(int Event, string Text)> All => _lines;

        public List<string> Of(int id) => [.. _lines.Where(line => line.Event == id).Select(line => line.Text)];

        public ILogger CreateLogger(string categoryName) => new Writer(_lines);

        public void Dispose()
        {
        }

        private sealed class Writer(ConcurrentQueue<(int, string)> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
                Func<TState, Exception?, string> formatter) =>
                lines.Enqueue((eventId.Id, formatter(state, exception)));
        }
    }
}
