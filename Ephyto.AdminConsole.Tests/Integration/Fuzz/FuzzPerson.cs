namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>Who sends odd things.</summary>
public enum FuzzPerson
{
    Anonymous,
    Administrator,
    HubAdministrator,

    /// <summary>Has opened a link of every purpose in the browser, without an account.</summary>
    HolderOfLinks,

    /// <summary>The same, and all of these links have ended since.</summary>
    HolderOfEndedLinks,

    /// <summary>Nobody in particular, whose browser asks for French.</summary>
    FrenchReader,

    /// <summary>Somebody with an account that says French, in a browser that says nothing.</summary>
    FrenchAdministrator,
}
