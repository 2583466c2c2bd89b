using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

internal static class RegisterErrors
{
    public static readonly DomainError Incomplete =
        new("register.incomplete", "Some answers are missing or cannot be used. Go back to the step and correct them.");

    public static readonly DomainError LooksAutomated =
        new("register.looks-automated", "The form was filled in by a program. Clear it and fill it in by hand.");

    public static readonly DomainError TooFast =
        new("register.too-fast", "The form was sent in less time than a person needs. Check it and send it again.");

    public static readonly DomainError TooMany =
        new("register.too-many", "Too many registrations were sent in the last hour. Try again in an hour.");

    public static readonly DomainError TooManyWaiting = new(
        "register.too-many-waiting",
        "Many requests were sent from this network, and their e-mail addresses were not verified. Verify one of them, or try again in a "
            + "few days.");

    public static readonly DomainError TooManyToAddress = new(
        "register.too-many-to-address",
        "Many messages were sent to this e-mail address today. Try again tomorrow, or from another network.");

    public static readonly DomainError NotSaved =
        new("register.not-saved", "The registration could not be saved. What was typed is kept; try again in a moment.");
}
