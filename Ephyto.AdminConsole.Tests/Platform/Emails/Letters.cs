using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

/// <summary>E-mails and their makers for tests.</summary>
internal static class Letters
{
    public static readonly DateTime Written = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static readonly SubjectRef About = new(SubjectKinds.Registration, Guid.Parse("11111111-2222-3333-4444-555555555555"));

    public static readonly EmailContent Content = new("Please confirm", [
        new Paragraph("Good day,"),
        new Facts([new Fact("Country", "Côte d'Ivoire"), new Fact("Organization", "<Direction> & Co")]),
        new Quote("First line\n\nThird line"),
        new CodeBlock("Comparison code", "K7M4Q2"),
        new ActionLink("Open the request", "/contact-point/" + OutgoingEmail.SecretPlaceholder),
    ]);

    public static HubOptions Hub(HubEnvironment environment = HubEnvironment.Test) =>
        new() { Environment = environment, PublicAddress = new Uri("https://console.example.org") };

    public static EmailRenderer Renderer(HubEnvironment environment = HubEnvironment.Test, HubOptions? hub = null)
    {
        var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return new(services.GetRequiredService<IStringLocalizer<EmailText>>(), Options.Create(hub ?? Hub(environment)),
            services.GetRequiredService<IServiceScopeFactory>(), NullLoggerFactory.Instance);
    }

    public static EmailMessageBuilder Builder(EmailOptions? options = null, HubOptions? hub = null) =>
        new(Options.Create(options ?? new EmailOptions { From = "console@example.org" }), Options.Create(hub ?? Hub()));

    public static OutgoingEmail Queued(
        string subject = "Please confirm", string to = "reader@example.org", string text = "A word.", string language = "en",
        string? secret = null) =>
        OutgoingEmail.Queue(
            new ComposedEmail("registration.contact-point-request", EmailAddress.TryParse(to)!, language, subject, text,
                $"<p>{text}</p>", secret),
            About, Written);

    /// <summary>Queues an e-mail in the store of a running console, which finds it when it next looks.</summary>
    public static async Task QueueAsync(ConsoleApp app, OutgoingEmail email)
    {
        await using var db = new SqliteConsoleDbContext(Open(app));
        db.Add(email);
        await db.SaveChangesAsync();
    }

    public static async Task<OutgoingEmail> LoadAsync(ConsoleApp app, Guid id)
    {
        await using var db = new SqliteConsoleDbContext(Open(app));
        return await db.Set<OutgoingEmail>().SingleAsync(email => email.Id == id);
    }

    private static DbContextOptions<SqliteConsoleDbContext> Open(ConsoleApp app) => new DbContextOptionsBuilder<SqliteConsoleDbContext>()
        .UseSqlite($"Data Source={Path.Combine(app.DataDirectory, "console.db")};Pooling=False")
        .UseApplicationServiceProvider(DesignTimeServices.Provider).Options;
}
