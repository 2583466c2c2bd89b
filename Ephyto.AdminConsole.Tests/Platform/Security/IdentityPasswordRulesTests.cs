using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

public sealed class IdentityPasswordRulesTests
{
    [Theory]
    [InlineData("three green lanterns")]
    [InlineData("ünïcödé et accents")]
    [InlineData("korrektpferdbatterie")]
    [InlineData("9e7f-1c3b-88d0-aa42")]
    [InlineData("абрикосовый сад у реки")]
    [InlineData("gardening with grandmother")]
    [InlineData("orange monkey summer coffee")]
    [InlineData("our hub smells of lavender")]
    public void A_password_of_some_length_is_fine_without_digits_or_signs(string password) =>
        Assert.Null(
            IdentityPasswordRules.Refuse(password, "awa.kouassi@example.org", "Awa Kouassi", "Direction de la protection des végétaux"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("eleven char")]
    public void A_short_one_is_refused(string? password) =>
        Assert.Equal(AccountErrors.PasswordTooShort, IdentityPasswordRules.Refuse(password));

    [Fact]
    public void One_longer_than_any_sentence_is_refused() =>
        Assert.Equal(AccountErrors.PasswordTooLong, IdentityPasswordRules.Refuse(new string('x', 129)));

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password123456")]
    [InlineData("Pa$$w0rd2026!")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklm")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("xk4xk4xk4xk4xk4")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("Qwertyuiop123")]
    [InlineData("MotDePasse2026")]
    [InlineData("Administrateur1!")]
    [InlineData("correct horse battery staple")]
    [InlineData("Manchester-2026!")]
    [InlineData("L1v3rp00l!!!!")]
    [InlineData("qwertyuiop[]")]
    [InlineData("ephytohubephyto")]
    [InlineData("Ephyto-Hub-Console-Admin")]
    [InlineData("NPPO.ephyto.2026!x")]
    [InlineData("3phyt0HubC0ns0le")]
    [InlineData("dragonmonkeydragon")]
    [InlineData("kouassiephytohub")]
    [InlineData("summersummerlove99")]
    public void One_that_is_tried_first_is_refused(string password) =>
        Assert.Equal(AccountErrors.PasswordTooCommon, IdentityPasswordRules.Refuse(password));

    [Theory]
    [InlineData("awa-kouassi-1987")]
    [InlineData("Kouassi.Direction")]
    [InlineData("protectionvégétaux")]
    [InlineData("K0uass1.D1rect1on")]
    [InlineData("PROTECTION-vegetaux")]
    [InlineData("cote.divoire-awa1")]
    [InlineData("C0TED1V0IRE2026")]
    [InlineData("kouassi-kouassi-hub7")]
    [InlineData("hubKouassiAdminKouassi")]
    public void One_made_of_what_everybody_knows_is_refused(string password) => Assert.Equal(
        AccountErrors.PasswordTooPersonal,
        IdentityPasswordRules.Refuse(password, "awa.kouassi@example.org", "Awa Kouassi", "Direction de la protection des végétaux",
            "Côte d’Ivoire"));

    [Fact]
    public void One_that_only_contains_such_a_word_is_fine() =>
        Assert.Null(IdentityPasswordRules.Refuse("kouassi walks in the rain", "awa.kouassi@example.org"));
}
