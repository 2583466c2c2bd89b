using System.Reflection;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>
/// An act that says what it was shown for may be refused because somebody was faster. Where it is pressed, the page says who and
/// what; this list says where that is. It is read from the use cases: one that is new and not in it fails.
/// </summary>
public sealed class OvertakenFormTests
{
    private const string Says = "<FasterColleague ";
    private const string Features = "Ephyto.AdminConsole/Features/";

    // Where the page shows what a colleague did in a way of its own, the words that do it.
    private static readonly Dictionary<string, (string File, string Says)[]> Places = new()
    {
        ["AssignHubRole"] = [("People/Staff/Components/HubRoleDialog.razor", Says)],
        ["SuspendHubUser"] = [("People/Staff/Pages/HubUsersPage.razor", Says)],
        ["ReactivateHubUser"] = [("People/Staff/Pages/HubUsersPage.razor", Says)],
        ["RemoveHubUser"] = [("People/Staff/Pages/HubUsersPage.razor", Says)],
        ["LeaveHub"] = [("People/Staff/Pages/HubUsersPage.razor", Says)],
        ["ResendHubInvitation"] = [("People/Staff/Pages/HubUsersPage.razor", Says)],
        ["CancelHubInvitation"] = [("People/Staff/Pages/HubUsersPage.razor", Says)],
        ["AdmitMember"] = [("People/Members/Components/JoinRequestCard.razor", Says)],
        ["RefuseMember"] = [("People/Members/Components/JoinRequestCard.razor", Says)],
        ["ChangeRole"] = [("People/Members/Components/MemberDialog.razor", Says), ("People/Members/Components/MemberBoard.razor", Says)],
        ["SuspendMember"] = [("People/Members/Components/MemberDialog.razor", Says)],
        ["ReactivateMember"] = [("People/Members/Components/MemberDialog.razor", Says)],
        ["RemoveMember"] = [("People/Members/Components/MemberDialog.razor", Says)],
        ["ResendInvitation"] = [("People/Members/Components/MemberDialog.razor", Says)],
        ["CorrectInvitation"] = [("People/Members/Components/MemberDialog.razor", Says)],
        ["CancelInvitation"] = [("People/Members/Components/MemberDialog.razor", Says)],
        ["HandOver"] = [("People/Members/Components/HandoverWizard.razor", Says)],
        ["SaveConnection"] = [("Integration/Components/ConnectionForm.razor", Says)],
        ["ReportStep"] = [("Integration/Components/IntegrationStepCard.razor", Says)],
        ["AnswerStep"] = [("Integration/Components/IntegrationStepCard.razor", Says)],
        ["TakeBackAnswer"] = [("Integration/Components/IntegrationStepCard.razor", Says)],
        ["ChangeSystem"] = [("Integration/Components/SystemForm.razor", Says)],
        ["ChangeChannel"] = [("Integration/Components/ChannelForm.razor", Says)],
        ["AdvanceExchange"] = [("Integration/Components/IntegrationBoard.razor", Says)],
        ["AskCountryAgain"] = [("Serving/Components/ServingPanel.razor", Says)],
        ["WithdrawServing"] = [("Serving/Components/ServingPanel.razor", Says)],
        ["EndServing"] = [("Serving/Components/EndServingForm.razor", Says)],
        ["EndServingByLink"] = [("Serving/Pages/ServedCountryPage.razor", "view.Serving.Words is { } words")],
        ["OfferTechnicalContact"] = [("Nppos/Own/Components/TechnicalContact.razor", Says)],
        ["AnswerTechnicalContact"] = [("Nppos/Own/Components/TechnicalContact.razor", Says)],
        ["WithdrawTechnicalContact"] = [("Nppos/Own/Components/TechnicalContact.razor", Says)],
        ["ReactivateNppo"] = [("Nppos/Staff/Pages/NppoPage.razor", Says), ("Nppos/Staff/Pages/NpposPage.razor", Says)],
        ["SuspendNppo"] = [("Nppos/Staff/Components/NppoReasonDialog.razor", "Latest is { } latest")],
        ["CloseNppo"] = [("Nppos/Staff/Components/NppoReasonDialog.razor", "Latest is { } latest")],
        ["ConfirmOnEvidence"] = [("Registrations/Staff/Components/SecretariatActions.razor", "Text[\"WhatChanged\", LatestStep]")],
        ["DeclineEscalated"] = [("Registrations/Staff/Components/SecretariatActions.razor", "Text[\"WhatChanged\", LatestStep]")],
        ["AskContactPointAgain"] = [("Registrations/Staff/Components/SecretariatActions.razor", "Text[\"WhatChanged\", LatestStep]")],
        ["ChangeParty"] = [("ContactPoints/Components/PartyPanel.razor", "AccessErrors.ChangedMeanwhile")],
        ["EnterContactPoint"] = [("ContactPoints/Components/ContactPointForm.razor", "AccessErrors.ChangedMeanwhile")],
    };

    // The page shows the new state instead of the old: nothing is typed that could be lost.
    private static readonly string[] ShownAnew = ["ApplyImport", "IssueLetter"];

    // Acts that are no form of one thing, but are certain to meet a colleague: the dialogs without a version.
    private static readonly string[] WithoutVersion =
    [
        "DigitalCertificates/Components/CertificateDialog.razor", "IntegrationDocuments/Components/AddVersionDialog.razor",
        "IntegrationDocuments/Pages/LibraryDocumentPage.razor",
    ];

    [Fact]
    public void Every_act_that_may_come_too_late_is_in_the_list_with_the_place_that_says_who_was_faster()
    {
        string[] listed = [.. Places.Keys, .. ShownAnew];
        var acts = Acts().ToList();
        Findings.None(acts.Except(listed).Select(act => $"{act} is not in the list")
            .Concat(listed.Except(acts).Select(act => $"{act} carries nothing that was seen")));
    }

    [Fact]
    public void Every_place_says_it() => Findings.None(
        from place in Places.Values.SelectMany(places => places).Concat(WithoutVersion.Select(file => (File: file, Says))).Distinct()
        where !Repository.Read(Features + place.File).Contains(place.Says, StringComparison.Ordinal)
        select place.File);

    [Fact]
    public void A_request_that_carries_what_was_seen_is_recognized()
    {
        Assert.True(IsShownFor(typeof(Sample).GetMethod(nameof(Sample.HandleAsync))!));
        Assert.False(IsShownFor(typeof(Sample).GetMethod(nameof(Sample.ListAsync))!));
    }

    private static IEnumerable<string> Acts() =>
        from type in typeof(Program).Assembly.GetTypes()
        where type.Namespace?.EndsWith(".UseCases", StringComparison.Ordinal) is true && !type.IsNested
            && type.GetMethods().Any(method => method.Name == "HandleAsync" && IsShownFor(method))
        select type.Name.Split("Handler")[0];

    private static bool IsShownFor(MethodInfo handler) =>
        handler.GetParameters().Any(parameter => IsSeen(parameter.Name!, parameter.ParameterType)
            || (parameter.ParameterType.Name.EndsWith("Request", StringComparison.Ordinal)
                && parameter.ParameterType.GetProperties().Any(part => IsSeen(part.Name, part.PropertyType))));

    private static bool IsSeen(string name, Type type) =>
        name.StartsWith("seen", StringComparison.OrdinalIgnoreCase) || name == "Version" || type == typeof(TechnicalContactOffer)
            || type.Name.StartsWith("Seen", StringComparison.Ordinal);

    private sealed record SampleRequest(Guid Id, int SeenVersion);

    private sealed class Sample
    {
        public static Task<SampleRequest> HandleAsync(SampleRequest request) => Task.FromResult(request);

        public static Task<Guid> ListAsync(Guid id) => Task.FromResult(id);
    }
}
