using System.Globalization;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Csv;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>
/// The file of a list as an answer. Its name ends with the day on which it was made, where its reader is: two of them in one folder
/// are told apart.
/// </summary>
internal sealed class ListFile : IResult
{
    private readonly string _name;
    private readonly Func<string, IResult> _named;

    /// <param name="content">Bytes of a CSV file, as <see cref="CsvTable"/> writes them.</param>
    /// <param name="name">Of the list, without day and ending.</param>
    public ListFile(byte[] content, string name) => (_name, _named) = (name, file => Results.File(content, CsvTable.ContentType, file));

    /// <inheritdoc cref="ListFile(byte[], string)"/>
    /// <param name="write">Writes more rows than fit into memory.</param>
    public ListFile(Func<Stream, Task> write, string name) =>
        (_name, _named) = (name, file => Results.Stream(write, CsvTable.ContentType, file));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var zone = new ReaderTimeZone();
        zone.Read(httpContext);
        var (day, _) = zone.ToLocal(httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        return _named(string.Create(CultureInfo.InvariantCulture, $"{_name}-{day:yyyy-MM-dd}.csv")).ExecuteAsync(httpContext);
    }
}
