namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>What a person reads on the way, in one language. Part of the product's contract: people and screen readers find things by it.</summary>
internal sealed record Words(
    string Language, string RegisterTab, string Informed, string Continue, string Country, string OrganizationName, string NameInEnglish, string Website, string System,
    string Address, string GivenName, string FamilyName, string JobTitle, string Email, string Phone, string Submit, string Verify, string Confirm, string YesConfirm,
    string ConfirmedChip, string CountryName, string PreferredLanguage)
{
    public static readonly Words English = new(
        "en", "Register NPPO", "I have informed the official contact point", "Continue", "Country", "Organization name", "Organization name in English", "Website", "GeNS",
        "Address", "Given name", "Family name", "Job title", "E-mail", "Phone", "Submit registration", "Verify e-mail address", "Confirm registration", "Yes, confirm",
        "Confirmed", "Côte d’Ivoire", "English");

    public static readonly Words French = new(
        "fr", "Inscrire une ONPV", "J’ai informé le point de contact officiel", "Continuer", "Pays", "Nom de l’organisation", "Nom de l’organisation en anglais", "Site internet", "GeNS",
        "Adresse", "Prénom", "Nom de famille", "Fonction", "Adresse électronique", "Téléphone", "Envoyer la demande d’inscription", "Vérifier l’adresse électronique",
        "Confirmer l’inscription", "Oui, confirmer", "Confirmée", "Côte d’Ivoire", "Français");

    public static Words Of(string language) => language == "fr" ? French : English;
}
