using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.ContactPoints.Components;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.ContactPoints.Pages;

public sealed partial class ContactPointList
{
    private PageOf<ContactPointRow>? _page;
    private DomainError? _refused;
    private bool _mayImport;

    [SupplyParameterFromQuery(Name = "show")] private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "since")] private string? Since { get; set; }

    [Inject] private ListContactPoints Directory { get; set; } = default!;

    [Inject] private ViewImport Import { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<ContactPointText> Text { get; set; } = default!;

    [Inject] private ContactPointColumns Shown { get; set; } = default!;

    private bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(Show) || !string.IsNullOrEmpty(Since);

    private protected override IReadOnlyList<LiveTopic> Topics =>
        [LiveTopic.All(SubjectKinds.ContactPoint), LiveTopic.All(SubjectKinds.Country), LiveTopic.All(SubjectKinds.Email),
            LiveTopic.All(SubjectKinds.Serving)];

    private protected override Reading Asks => Reading.Of(
        DirectoryAddress.Read(Search, Show, Since, Address),
        async (filter, reader, cancellation) =>
            (Found: await Directory.HandleAsync(filter, reader, cancellation),
                MayImport: await Import.IsOfferedAsync(reader, cancellation)),
        read => (_refused, _page, _mayImport) = (read.Found.Error, read.Found.IsSuccess ? read.Found.Value : null, read.MayImport));

    private void Apply(IReadOnlyDictionary<string, object?> filter) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(filter));

    private string FileAddress(bool withFormer)
    {
        var address = ListQuery.On(ContactPointsCsv.ExportPath, ListQuery.Question(Navigation.Uri));
        return withFormer ? ListQuery.On(address, "former=true") : address;
    }
}
