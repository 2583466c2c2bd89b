using System.Reflection;
using System.Runtime.CompilerServices;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Sandbox;
using Ephyto.Domain.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TermText = Ephyto.AdminConsole.Components.Terms.TermText;

namespace Ephyto.AdminConsole.Tests.Components.Terms;

/// <summary>Whatever the domain names by a code has words in every language.</summary>
public sealed class TermsTests
{
    private static readonly Type[] Domain = typeof(Result).Assembly.GetTypes();

    // How a fact is written, not what it says; and what a partner of the sandbox does, which its own page says in sentences.
    private static readonly Type[] NeverNamed = [typeof(FactKind), typeof(PartnerBehavior), typeof(CalledNetworks)];

    private readonly IStringLocalizer<TermText> _texts = new ServiceCollection()
        .AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<TermText>>();

    private AdminConsole.Components.Terms.Terms Terms => new(_texts);

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_value_of_every_enum_has_a_name(string language) =>
        AssertAllFound(language,
            Domain.Where(type => type.IsEnum && !NeverNamed.Contains(type))
                .SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}_{name}")));

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_refusal_has_a_sentence(string language) =>
        AssertAllFound(language, Errors().Select(error => $"Error_{Name(error.Code)}"));

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_event_has_a_sentence(string language) =>
        AssertAllFound(language, Domain.Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract)
            .Select(type => $"Step_{Name(((DomainEvent)RuntimeHelpers.GetUninitializedObject(type)).Code)}"));

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_role_and_every_state_and_reason_of_a_registration_is_explained(string language) =>
        AssertAllFound(language,
            new[] { typeof(NppoRole), typeof(HubRole), typeof(RegistrationStatus), typeof(EscalationReason), typeof(DeclineReason) }
            .SelectMany(type => Enum.GetNames(type).Select(name => $"Hint_{type.Name}_{name}")));

    [Fact]
    public void Every_state_has_an_icon_of_its_own_kind()
    {
        var states = new[] { typeof(RegistrationStatus), typeof(NppoStatus), typeof(MemberStatus), typeof(EmailState),
            typeof(HubUserStatus), typeof(CertificateStatus), typeof(FindingSeverity),
            typeof(LetterStatus), typeof(ServingState) }
            .SelectMany(type => Enum.GetValues(type).Cast<Enum>());

        Assert.All(states, state => Assert.NotEqual(IconKind.None, AdminConsole.Components.Terms.Terms.IconOf(state)));
    }

    [Fact]
    public void A_step_tells_its_reason_or_its_number()
    {
        using var english = CultureScope.Enter("en");

        Assert.Equal("The contact point was asked", Terms.Step("registration.contact-point-asked", "Verified"));
        Assert.Contains("did not answer in time", Terms.Step("registration.escalated", nameof(EscalationReason.Silence)),
            StringComparison.Ordinal);
        Assert.Contains("reminder 2", Terms.Step("registration.contact-point-reminded", "2"), StringComparison.Ordinal);
        Assert.Equal("something.new", Terms.Step("something.new", null));
    }

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void A_kind_of_act_is_named_without_the_gaps_of_one_act(string language)
    {
        using var read = CultureScope.Enter(language);
        var codes = Domain.Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract)
            .Select(type => ((DomainEvent)RuntimeHelpers.GetUninitializedObject(type)).Code).ToList();

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.DoesNotMatch(@"\s{2}|\{|\(\s*\)|\s\)|[:：]\s*$|n°\s*\)|^\s|\s$", Terms.Step(code)));
        // Where a sentence has a place for a number, the kind has a name of its own.
        Assert.All(codes.Where(code => _texts[$"Step_{Name(code)}"].Value.Contains("{0}", StringComparison.Ordinal)),
            code => Assert.False(_texts[$"Kind_{Name(code)}"].ResourceNotFound, code));
    }

    [Fact]
    public void The_words_follow_the_reader()
    {
        using (CultureScope.Enter("fr")) Assert.Equal("Confirmée", Terms.Of(RegistrationStatus.Confirmed));
        using (CultureScope.Enter("en")) Assert.Equal("Confirmed", Terms.Of(RegistrationStatus.Confirmed));
    }

    [Fact]
    public void A_refusal_without_a_translation_stays_readable() =>
        Assert.Equal("Not today.", Terms.Error(new DomainError("test.unknown", "Not today.")));

    [Fact]
    public void A_value_without_an_explanation_has_none() => Assert.Empty(Terms.Hint(MemberStatus.Left));

    private static IEnumerable<DomainError> Errors() => Domain
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType.IsAssignableTo(typeof(DomainError))).Select(field => (DomainError)field.GetValue(null)!)
        .Concat([LinkErrors.NotUsable, LinkErrors.Expired]);

    private static string Name(string code) => code.Replace('.', '_').Replace('-', '_');

    private void AssertAllFound(string language, IEnumerable<string> keys)
    {
        using var reader = CultureScope.Enter(language);
        var own = _texts.GetAllStrings(includeParentCultures: language == "en").Select(text => text.Name).ToHashSet();
        Assert.Empty(keys.Where(key => !own.Contains(key)).Distinct());
    }
}
