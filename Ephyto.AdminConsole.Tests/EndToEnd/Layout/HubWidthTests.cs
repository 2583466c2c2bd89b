namespace Ephyto.AdminConsole.Tests.EndToEnd.Layout;

[Collection(nameof(LayoutApp))]
public sealed class HubWidthTests(LayoutApp console) : WidthWalk(console)
{
    [Fact]
    public async Task Lists_of_the_hub()
    {
        await Console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Administrator, "/hub");

        await ShouldFitAsync(page, "hub", "hub/registrations", "hub/nppos", "hub/contact-points", "hub/letters", "hub/outbox", "hub/users",
            "hub/integration", "hub/sandbox", "hub/sandbox/envelopes", "hub/audit", "hub/documents", "hub/problems");
    }

    [Fact]
    public async Task A_list_with_every_column_there_is()
    {
        await Console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Administrator, "/hub");

        await ShouldFitAsync(
            page, "hub/registrations?columns=country,organization,english,kind,state,representative,email,language,submitted,verified,"
            + "asked,decided,reason,waits");
    }

    [Fact]
    public async Task Single_things_of_the_hub()
    {
        var data = await Console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Officer, "/hub");

        await ShouldFitAsync(
            page, $"hub/registrations/{data.Registration}", $"hub/nppos/{data.Nppo}", "hub/contact-points/MR", "hub/contact-points/import",
            $"hub/letters/{data.Letter}", $"hub/documents/{data.Document}", $"hub/outbox/{data.Email}", $"hub/integration/{data.Nppo}",
            "hub/registrations/recover", "hub/registrations/recover/GN");
    }
}
