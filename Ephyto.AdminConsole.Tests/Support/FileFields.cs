using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Chooses a file as a person does: once the field takes one.</summary>
internal static class FileFields
{
    public static async Task ChooseFileAsync(this ILocator field, FilePayload file)
    {
        await Assertions.Expect(field).ToBeEnabledAsync();
        await field.SetInputFilesAsync(file);
    }

    public static async Task ChooseFileAsync(this ILocator field, string path)
    {
        await Assertions.Expect(field).ToBeEnabledAsync();
        await field.SetInputFilesAsync(path);
    }
}
