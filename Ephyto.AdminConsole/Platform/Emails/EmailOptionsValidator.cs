using Ephyto.Domain.Common;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>Refuses to start on a missing or unsafe setting; each sentence names the key.</summary>
internal sealed class EmailOptionsValidator(IHostEnvironment host, IOptions<SmtpOptions> smtp) : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var faults = Addresses(options).Concat(Transport(options)).Concat(Times(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Addresses(EmailOptions options)
    {
        if (EmailAddress.TryParse(options.From) is null)
            yield return "Set Email:From to the e-mail address mails come from.";
        if (options.ReplyTo.Length > 0 && EmailAddress.TryParse(options.ReplyTo) is null)
            yield return "Email:ReplyTo is not an e-mail address; leave it empty for none.";
    }

    private IEnumerable<string> Transport(EmailOptions options)
    {
        var hasServer = smtp.Value.Host.Length > 0;
        if (options.Transport == EmailTransportKind.Smtp && !hasServer)
            yield return "Set Smtp:Host: Email:Transport is Smtp.";
        if (options.Transport is null && !hasServer && !host.IsDevelopment())
            yield return "Set Smtp:Host, or Email:Transport to Mailbox if mails are to stay in files.";
    }

    private IEnumerable<string> Times(EmailOptions options)
    {
        if (options.FirstRetrySeconds < 1)
            yield return "Email:FirstRetrySeconds must be 1 or more.";
        if (options.MaximumRetryMinutes * 60L < options.FirstRetrySeconds)
            yield return "Email:MaximumRetryMinutes must not be shorter than Email:FirstRetrySeconds.";
        if (options.MaximumAttempts < 1)
            yield return "Email:MaximumAttempts must be 1 or more.";
        if (options.PollSeconds < 1)
            yield return "Email:PollSeconds must be 1 or more.";
        if (options.LeaseSeconds < 2 * smtp.Value.TimeoutSeconds)
            yield return "Email:LeaseSeconds must be at least twice Smtp:TimeoutSeconds, or a slow mail is sent twice.";
    }
}
