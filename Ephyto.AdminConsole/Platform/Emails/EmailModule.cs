using Ephyto.AdminConsole.Platform.Emails.Delivery;
using Ephyto.AdminConsole.Platform.Emails.Mailbox;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails;

internal static class EmailModule
{
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SmtpOptions>().Bind(configuration.GetSection(SmtpOptions.Section)).ValidateOnStart();
        services.AddOptions<EmailOptions>().Bind(configuration.GetSection(EmailOptions.Section))
            .PostConfigure<IHostEnvironment>(SetDefaults).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsValidator>()
            .AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>()
            .AddSingleton<EmailRenderer>()
            .AddSingleton<EmailCatalogue>()
            .AddSingleton<EmailWriter>()
            .AddSingleton<EmailMessageBuilder>()
            .AddSingleton<RetrySchedule>()
            .AddSingleton<EmailSignal>()
            .AddSingleton<IInterceptor, QueuedEmailWake>()
            .AddSingleton(CreateTransport)
            .AddSingleton<EmailQueue>()
            .AddSingleton<EmailSending>()
            .AddSingleton<EmailLimits>()
            .AddHostedService<EmailDispatcher>();
    }

    public static IEndpointRouteBuilder MapEmail(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            endpoints.MapMailbox();
        }

        return endpoints;
    }

    private static void SetDefaults(EmailOptions options, IHostEnvironment host)
    {
        if (host.IsDevelopment() && options.From.Length == 0)
        {
            options.From = "console@example.org";
        }
    }

    private static IEmailTransport CreateTransport(IServiceProvider services)
    {
        var chosen = services.GetRequiredService<IOptions<EmailOptions>>().Value.Transport;
        var hasServer = services.GetRequiredService<IOptions<SmtpOptions>>().Value.Host.Length > 0;
        return chosen == EmailTransportKind.Mailbox || !hasServer
            ? ActivatorUtilities.CreateInstance<MailboxTransport>(services)
            : ActivatorUtilities.CreateInstance<SmtpTransport>(services);
    }
}
