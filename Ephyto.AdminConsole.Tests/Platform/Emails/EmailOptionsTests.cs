using Ephyto.AdminConsole.Platform.Emails;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public sealed class EmailOptionsTests
{
    [Fact]
    public void Development_needs_no_setting() => Assert.Empty(Faults("Development", []));

    [Fact]
    public void Production_needs_a_sender_and_a_way() => Assert.Equal(
        ["Set Email:From to the e-mail address mails come from.",
            "Set Smtp:Host, or Email:Transport to Mailbox if mails are to stay in files."],
        Faults("Production", []));

    [Theory]
    [InlineData("Smtp:Host", "mail.example.org")]
    [InlineData("Email:Transport", "Mailbox")]
    public void Production_takes_a_server_or_files_on_purpose(string key, string value) =>
        Assert.Empty(Faults("Production", new() { ["Email:From"] = "console@example.org", [key] = value }));

    [Theory]
    [InlineData("Email:From", "somebody")]
    [InlineData("Email:ReplyTo", "somebody")]
    [InlineData("Email:FirstRetrySeconds", "0")]
    [InlineData("Email:MaximumRetryMinutes", "0")]
    [InlineData("Email:MaximumAttempts", "0")]
    [InlineData("Email:PollSeconds", "0")]
    [InlineData("Email:LeaseSeconds", "59")]
    [InlineData("Smtp:Port", "0")]
    [InlineData("Smtp:TimeoutSeconds", "0")]
    [InlineData("Smtp:UserName", "console", "Smtp:Password")]
    [InlineData("Smtp:AllowInvalidCertificate", "true")]
    public void A_bad_value_is_named_by_its_key(string key, string value, string? named = null)
    {
        var fault = Assert.Single(Faults("Production", new()
        {
            ["Email:From"] = "console@example.org",
            ["Smtp:Host"] = "mail.example.org",
            [key] = value,
        }));
        Assert.Contains(named ?? key, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_does_not_travel_in_clear() => Assert.Contains("Smtp:Security", Assert.Single(Faults("Production", new()
    {
        ["Email:From"] = "console@example.org",
        ["Smtp:Host"] = "mail.example.org",
        ["Smtp:Security"] = "None",
        ["Smtp:UserName"] = "console",
        ["Smtp:Password"] = "a-password",
    })), StringComparison.Ordinal);

    [Fact]
    public void A_server_asked_for_must_be_named() =>
        Assert.Contains("Smtp:Host", Assert.Single(Faults("Development", new() { ["Email:Transport"] = "Smtp" })),
            StringComparison.Ordinal);

    private static IEnumerable<string> Faults(string environment, Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddSingleton<IHostEnvironment>(new Host(environment)).AddEmail(configuration)
            .BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures;
        }
        catch (AggregateException several)
        {
            return several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(refused => refused.Failures).Distinct();
        }
    }

    private sealed class Host(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
