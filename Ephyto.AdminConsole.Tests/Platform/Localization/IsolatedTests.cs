using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Letters;
using Ephyto.AdminConsole.Features.People.Members;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Tests.Platform.Localization;

public sealed class IsolatedTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Theory]
    [InlineData("Awa Koné", "Awa Koné")]
    [InlineData("𠮷", "𠮷")]
    [InlineData("", "")]
    [InlineData("مديرية (A)", "\u2068مديرية (A)\u2069")]
    [InlineData("𞤀𞤁", "\u2068𞤀𞤁\u2069")]
    [InlineData("a\nשלום", "\u2068a\u2069\n\u2068שלום\u2069")]
    [InlineData("\u202Eabc", "\u2068\u202Eabc\u2069")]
    [InlineData("a\u2069b", "\u2068ab\u2069")]
    [InlineData("a\u2067b", "\u2068a\u2067b\u2069\u2069")]
    [InlineData("\u2068א\u2069 x", "\u2068\u2068א\u2069 x\u2069")]
    public void What_could_turn_the_words_around_it_stands_by_itself(string text, string isolated)
    {
        using var english = CultureScope.Enter("en");

        Assert.Equal(isolated, Isolated.Of(text));
    }

    [Fact]
    public void Among_words_from_right_to_left_everything_stands_by_itself()
    {
        using var arabic = CultureScope.Enter("ar");

        Assert.Equal("\u2068Awa\u2069", Isolated.Of("Awa"));
    }

    [Fact]
    public void What_a_field_is_called_is_asked_of_any_texts_that_do_not_say_it_themselves()
    {
        using var french = CultureScope.Enter("fr");

        Assert.Equal("Adresse électronique", Host.Get<IStringLocalizer<MembersText>>()["Email"].Value);
        Assert.Equal("Numéro", Host.Get<IStringLocalizer<LettersText>>()["Number"].Value);
        Assert.True(Host.Get<IStringLocalizer<MembersText>>()["Nothing"].ResourceNotFound);
        Assert.Equal("Nothing", Host.Get<IStringLocalizer<FieldNames>>()["Nothing"].Value);
    }

    [Fact]
    public void Every_sentence_isolates_what_is_put_into_it()
    {
        using var english = CultureScope.Enter("en");
        var text = Host.Get<IStringLocalizer<RegistrationEmailText>>();

        Assert.Equal("Dear \u2068مديرية\u2069,", text["Greeting", "مديرية"].Value);
        Assert.Equal("Dear Awa,", text["Greeting", "Awa"].Value);
        Assert.Equal("Dear \u2068مديرية\u2069,",
            Host.Services.GetStringLocalizer(typeof(RegistrationEmailText))["Greeting", "مديرية"].Value);
        Assert.NotNull(Host.Get<Terms>());
    }
}

file static class Localizers
{
    public static IStringLocalizer GetStringLocalizer(this IServiceProvider services, Type source) =>
        ((IStringLocalizerFactory)services.GetService(typeof(IStringLocalizerFactory))!).Create(source);
}
