using System.Runtime.CompilerServices;
using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Account;

public sealed class AccountEmailTests
{
    [Theory]
    [MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_change_of_a_means_of_signing_in_has_an_email_of_its_own(string language)
    {
        using var reader = CultureScope.Enter(language);
        var emails = ActivatorUtilities.CreateInstance<AccountEmails>(new ServiceCollection().AddLogging().AddLocalization()
            .BuildServiceProvider());
        var codes = typeof(CredentialEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CredentialEvent)) && !type.IsAbstract)
            .Select(type => ((CredentialEvent)RuntimeHelpers.GetUninitializedObject(type)).Code).ToList();

        var mails = codes.ConvertAll(code => emails.Changed(new ConsoleUser { DisplayName = "Awa" }, code));

        Assert.NotEmpty(codes);
        Assert.All(mails,
            email => Assert.DoesNotContain('_',
                string.Concat(email.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text).Append(email.Subject))));
        Assert.Equal(codes.Count, mails.Select(email => email.Subject).Distinct().Count());
    }
}
