namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>
/// What a person reads on the way, in one language. Part of the product's contract: people and screen readers find things by it.
/// </summary>
internal sealed record PageTexts
{
    public static readonly PageTexts English = new()
    {
        RegisterTab = "Register NPPO", Informed = "I have informed the official contact point", Continue = "Continue", Country = "Country",
        OrganizationName = "Organization name", NameInEnglish = "Organization name in English", Address = "Address", System = "GeNS",
        GivenName = "Given name", FamilyName = "Family name", JobTitle = "Job title", Email = "E-mail", Phone = "Phone",
        OwnLanguage = "English",
        Submit = "Submit registration", Verify = "Verify e-mail address", Confirm = "Confirm registration", YesConfirm = "Yes, confirm",
        ConfirmedTitle = "The registration is confirmed", Confirmed = "Confirmed", Password = "New password",
        PasswordAgain = "Repeat the new password",
        Activate = "Activate the account", Accept = "Accept the invitation", Onboarding = "Onboarding", Invite = "Invite a colleague",
        SendInvitation = "Send the invitation",
        Active = "Active", Invited = "Invited", SignIn = "Sign in", SignInPassword = "Password",
    };

    public static readonly PageTexts French = new()
    {
        RegisterTab = "Inscrire une ONPV", Informed = "J’ai informé le point de contact officiel", Continue = "Continuer", Country = "Pays",
        OrganizationName = "Nom de l’organisation", NameInEnglish = "Nom de l’organisation en anglais", Address = "Adresse",
        System = "GeNS",
        GivenName = "Prénom", FamilyName = "Nom de famille", JobTitle = "Fonction", Email = "Adresse électronique", Phone = "Téléphone",
        OwnLanguage = "Français",
        Submit = "Envoyer la demande d’inscription", Verify = "Vérifier l’adresse électronique", Confirm = "Confirmer l’inscription",
        YesConfirm = "Oui, confirmer",
        ConfirmedTitle = "L’inscription est confirmée", Confirmed = "Confirmée", Password = "Nouveau mot de passe",
        PasswordAgain = "Répéter le nouveau mot de passe",
        Activate = "Activer le compte", Accept = "Accepter l’invitation", Onboarding = "Intégration", Invite = "Inviter un collègue",
        SendInvitation = "Envoyer l’invitation",
        Active = "Actif", Invited = "Invité", SignIn = "Se connecter", SignInPassword = "Mot de passe",
    };

    public required string RegisterTab { get; init; }
    public required string Informed { get; init; }
    public required string Continue { get; init; }
    public required string Country { get; init; }
    public required string OrganizationName { get; init; }
    public required string NameInEnglish { get; init; }
    public required string Address { get; init; }
    public required string System { get; init; }
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }
    public required string JobTitle { get; init; }
    public required string Email { get; init; }
    public required string Phone { get; init; }
    public required string OwnLanguage { get; init; }
    public required string Submit { get; init; }
    public required string Verify { get; init; }
    public required string Confirm { get; init; }
    public required string YesConfirm { get; init; }
    public required string ConfirmedTitle { get; init; }
    public required string Confirmed { get; init; }
    public required string Password { get; init; }
    public required string PasswordAgain { get; init; }
    public required string Activate { get; init; }
    public required string Accept { get; init; }
    public required string Onboarding { get; init; }
    public required string Invite { get; init; }
    public required string SendInvitation { get; init; }
    public required string Active { get; init; }
    public required string Invited { get; init; }
    public required string SignIn { get; init; }
    public required string SignInPassword { get; init; }
}
