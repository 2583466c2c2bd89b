using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <inheritdoc cref="EmailOptionsValidator"/>
internal sealed class SmtpOptionsValidator(IHostEnvironment host) : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(SmtpOptions options)
    {
        if (options.Port is < 1 or > 65535)
            yield return "Smtp:Port must be between 1 and 65535.";
        if (options.TimeoutSeconds is < 1 or > 600)
            yield return "Smtp:TimeoutSeconds must be between 1 and 600.";
        if (options.UserName.Length > 0 && options.Password.Length == 0)
            yield return "Set Smtp:Password: Smtp:UserName is set.";
        if (options.AllowInvalidCertificate && !host.IsDevelopment())
            yield return "Smtp:AllowInvalidCertificate is for Development only; give the server a certificate this machine trusts.";
        if (options.UserName.Length > 0 && options.Security == SmtpSecurity.None && !host.IsDevelopment())
            yield return "Smtp:Security is None, so Smtp:Password would travel in clear; use StartTls or ImplicitTls.";
    }
}
