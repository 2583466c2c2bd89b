using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.ContactPoints.Pages;

public sealed partial class ContactPointList
{
    private PageOf<ContactPointRow>? _page;
    private DomainError? _refused;
    private bool _mayImport;

    [SupplyParameterFromQuery(Name = "search")] private string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "show")] private string? ShowInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "since")] private string? SinceInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "order")] private string? OrderInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageInAddress { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private ListContactPoints Directory { get; set; } = default!;

    [Inject] private ViewImport Import { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<ContactPointTexts> Text { get; set; } = default!;

    [Inject] private Terms Words { get; set; } = default!;

    // The address is the state of the list: going back, reloading and sharing it give the same rows.
    private protected override IReadOnlyList<LiveTopic> Topics => [LiveTopic.All(SubjectKinds.ContactPoint), LiveTopic.All(SubjectKinds.Email)];

    private protected override Reading Asks => Reading.Of(
        DirectoryAddress.Read(SearchInAddress, ShowInAddress, SinceInAddress, OrderInAddress, PageInAddress),
        async (filter, reader, cancellation) =>
            (Found: await Directory.HandleAsync(filter, reader, cancellation), MayImport: await Import.IsOfferedAsync(reader, cancellation)),
        read => (_refused, _page, _mayImport) = (read.Found.Error, read.Found.IsSuccess ? read.Found.Value : null, read.MayImport));

    private void Apply(IReadOnlyDictionary<string, object?> filter) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("hub/contact-points", filter));

    private string FileAddress(bool withFormer) => Navigation.GetUriWithQueryParameters(
        ContactPointFiles.ExportPath,
        new Dictionary<string, object?>(DirectoryAddress.Write(SearchInAddress, ShowInAddress, SinceInAddress, OrderInAddress)) { ["former"] = withFormer ? "true" : null });
}
