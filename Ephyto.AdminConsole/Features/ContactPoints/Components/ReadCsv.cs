using Ephyto.AdminConsole.Features.ContactPoints.Import;

namespace Ephyto.AdminConsole.Features.ContactPoints.Components;

/// <param name="Name">Of the file, as the browser gave it.</param>
public sealed record ReadCsv(string Name, DirectoryCsv Csv);
