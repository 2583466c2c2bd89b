using Ephyto.AdminConsole.Components.Lists;

namespace Ephyto.AdminConsole.Tests.Components.Lists;

public sealed class ListAddressTests
{
    private static readonly ListColumn<string>[] Columns =
    [
        new("reference", "Reference", row => row, Place: ColumnPlace.Head, Sorts: true), new("state", "State", row => row, Sorts: true),
        new("waits", "Waits for", row => row),
        new("email", "E-mail", row => row, Place: ColumnPlace.Offered, Sorts: true),
        new("note", "Note", row => row, Place: ColumnPlace.File),
    ];

    [Theory]
    [InlineData(null, "reference,state,waits")]
    [InlineData("state,email", "reference,state,email")]
    [InlineData("none", "reference")]
    [InlineData("note,nonsense,<script>", "reference")]
    public void The_columns_are_those_asked_for_and_the_head_is_always_there(string? asked, string shown) =>
        Assert.Equal(shown, string.Join(',', Columns.Where(new ListAddress(Columns: asked).Shows).Select(column => column.Key)));

    [Theory]
    [InlineData(null, "-state")]
    [InlineData("email", "email")]
    [InlineData("-email", "-email")]
    [InlineData("--email", "-state")]
    [InlineData("waits", "-state")]
    [InlineData("nonsense", "-state")]
    [InlineData("-", "-state")]
    public void An_order_that_the_list_does_not_know_is_the_usual_one(string? asked, string order) =>
        Assert.Equal(order, new ListAddress(asked).Order(Columns, "-state"));

    [Theory]
    [InlineData(null, null, 1, 25)]
    [InlineData("3", "50", 3, 50)]
    [InlineData("last", "100", int.MaxValue, 100)]
    [InlineData("-1", "-50", 1, 25)]
    [InlineData("abc", "1000000", 1, 25)]
    [InlineData("99999999999999", "25.0", 1, 25)]
    public void Pages_and_their_size_are_what_they_can_be(string? page, string? size, int number, int rows)
    {
        var address = new ListAddress(Page: page, Size: size);

        Assert.Equal((number, rows), (address.Number, address.Rows));
    }

    [Fact]
    public void Parts_of_a_query_are_told_apart()
    {
        const string Address = "http://localhost/hub/registrations?search=c%C3%B4te%20%26&page=3&size=50&columns=a,b&empty=#top";

        Assert.Equal("search=c%C3%B4te%20%26", ListQuery.Question(Address));
        Assert.Equal("columns=a%2Cb&size=50", ListQuery.Only(Address, ListNames.OfLooks));
        Assert.Equal("columns=a%2Cb&search=c%C3%B4te%20%26&size=50", ListQuery.Without(Address, ListNames.Page));
        Assert.Equal("", ListQuery.Question("http://localhost/hub/registrations"));
        Assert.Equal("hub/registrations", ListQuery.On("hub/registrations", ""));
    }
}
