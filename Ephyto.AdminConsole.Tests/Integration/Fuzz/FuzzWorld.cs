using Ephyto.AdminConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>The stage of the tests of who may do what, behind the real server.</summary>
public sealed class FuzzWorld : AccessWorld
{
    private protected override Task<ConsoleHost> StartAsync(Dictionary<string, string?> settings) {
        // Why the server itself refuses a request, it says nowhere else.
        settings["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.BadRequests"] = "Debug";
        return ConsoleHost.ListenAsync(settings);
    }

    /// <summary>From the next sign-in on.</summary>
    internal Task<int> SpeakFrenchAsync(Person person) =>
        Host.StoreAsync(db => db.Users.Where(user => user.Email == EmailOf(person))
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Language, "fr")));
}
