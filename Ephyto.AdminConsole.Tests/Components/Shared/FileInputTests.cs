using Bunit;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

public sealed class FileInputTests : BunitContext
{
    public FileInputTests() => Services.AddLocalization();

    [Fact]
    public void It_takes_a_file_once_the_browser_listens()
    {
        var listening = JSInterop.SetupVoid("Blazor._internal.InputFile.init", _ => true);
        var field = Render<FileInput>();
        Assert.True(field.Find("input").HasAttribute("disabled"));

        listening.SetVoidResult();
        field.WaitForAssertion(() => Assert.False(field.Find("input").HasAttribute("disabled")));
    }

    [Fact]
    public async Task A_file_that_stops_on_its_way_is_told_and_the_next_one_is_taken()
    {
        var arrives = false;
        var field = Render<FileInput>(parameters => parameters.Add(input => input.OnChange, (InputFileChangeEventArgs _) =>
            arrives ? Task.CompletedTask : Task.FromException(new TimeoutException("Did not receive any data in the allotted time."))));

        await ChooseAsync(field);
        Assert.Equal("The file did not arrive. Choose it again.", field.Find("[role=alert]").TextContent);

        arrives = true;
        await ChooseAsync(field);
        Assert.Empty(field.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_fault_of_the_page_is_not_taken_for_a_file_that_stopped()
    {
        var field = Render<FileInput>(parameters => parameters.Add(input => input.OnChange, (InputFileChangeEventArgs _) =>
            Task.FromException(new InvalidOperationException())));

        await Assert.ThrowsAsync<InvalidOperationException>(() => ChooseAsync(field));
    }

    [Fact]
    public async Task Whoever_goes_on_while_a_file_is_read_waits_for_it()
    {
        var read = new TaskCompletionSource();
        var field = Render<FileInput>(parameters => parameters.Add(input => input.OnChange, (InputFileChangeEventArgs _) => read.Task));
        Assert.True(await field.InvokeAsync(field.Instance.IsSettledAsync));

        var chosen = ChooseAsync(field);
        var settled = field.InvokeAsync(field.Instance.IsSettledAsync);
        Assert.False(settled.IsCompleted);
        read.SetResult();
        Assert.True(await settled);
        await chosen;
    }

    // A press before the button is seen to be disabled would be lost, or would send the file that was chosen before.
    [Fact]
    public void Every_form_with_a_file_waits_for_what_is_read()
    {
        string[] forms = [.. Repository.SourceFiles(".razor").Where(file => Repository.Read(file) is var text
            && (text.Contains("<FileInput", StringComparison.Ordinal) || text.Contains("<UploadField", StringComparison.Ordinal))
            && text.Contains("@onsubmit", StringComparison.Ordinal))];
        Assert.NotEmpty(forms);
        Assert.All(forms, form => Assert.Contains("IsSettledAsync", Repository.Read(form), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_field_for_files_on_a_living_page_is_of_this_kind() => Assert.DoesNotContain(
        Repository.SourceFiles(".razor"), file => Repository.Read(file).Contains("<InputFile", StringComparison.Ordinal));

    private static Task ChooseAsync(IRenderedComponent<FileInput> field) =>
        field.InvokeAsync(() => field.Instance.OnChange.InvokeAsync(new InputFileChangeEventArgs([])));
}
