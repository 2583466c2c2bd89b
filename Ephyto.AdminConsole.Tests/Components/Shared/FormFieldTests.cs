using Bunit;
using Ephyto.AdminConsole.Components.Shared;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

public sealed class FormFieldTests : ShellContext
{
    [Fact]
    public void Label_hint_and_error_belong_to_the_control()
    {
        var field = Render<FormField>(parameters => parameters
            .Add(f => f.Label, "E-mail")
            .Add(f => f.Name, "Input.Email")
            .Add(f => f.Value, "aya@")
            .Add(f => f.Hint, "The official one")
            .Add(f => f.Error, "This address is not complete."));
        var input = field.Find("input");

        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
        Assert.Equal("Input.Email", input.GetAttribute("name"));
        Assert.Equal("aya@", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find($"#{id}").TextContent);
        Assert.Equal(["The official one", "This address is not complete."], described);
    }

    [Fact]
    public void A_field_in_order_says_nothing_about_errors()
    {
        var input = Render<FormField>(parameters => parameters.Add(f => f.Label, "Phone").Add(f => f.Name, "Phone")).Find("input");

        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-describedby"));
        Assert.True(input.HasAttribute("required"));
    }

    [Fact]
    public void What_may_stay_empty_is_called_optional()
    {
        var field = Render<FormField>(parameters => parameters.Add(f => f.Label, "Website").Add(f => f.Name, "Website")
            .Add(f => f.Required, false));

        Assert.Contains("(optional)", field.Find("label").TextContent, StringComparison.Ordinal);
        Assert.False(field.Find("input").HasAttribute("required"));
    }

    [Fact]
    public void Many_words_get_a_text_area_that_keeps_them()
    {
        var field = Render<FormField>(parameters => parameters
            .Add(f => f.Label, "Your words").Add(f => f.Name, "Words").Add(f => f.Rows, 4).Add(f => f.Value, "Two\nlines"));

        // As a property, which a page can set anew after somebody has typed; plain pages get it as the content.
        Assert.Equal("Two\nlines", field.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void Another_control_takes_the_place_of_the_input()
    {
        var field = Render<FormField>(parameters => parameters
            .Add(f => f.Label, "Role").Add(f => f.Name, "Role").Add(f => f.Error, "Choose a role.")
            .Add(f => f.ChildContent, self => $"<select id='{self.Id}' aria-describedby='{self.DescribedBy}'></select>"));

        Assert.Empty(field.FindAll("input"));
        Assert.Equal("Role-error", field.Find("select#Role").GetAttribute("aria-describedby"));
    }
}
