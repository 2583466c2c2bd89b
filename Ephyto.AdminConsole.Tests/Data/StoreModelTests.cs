using Ephyto.AdminConsole.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Data;

public sealed class StoreModelTests
{
    /// <summary>
    /// A process makes the model once: a command that knows no accounts would leave it without passkeys for everybody else.
    /// </summary>
    [Fact]
    public async Task The_store_knows_its_tables_without_the_sign_in()
    {
        await using var services = new ServiceCollection().AddLogging().AddData(new ConfigurationBuilder().Build()).BuildServiceProvider();

        Assert.Equal(IdentitySchemaVersions.Version3, services.GetRequiredService<IOptions<IdentityOptions>>().Value.Stores.SchemaVersion);
    }
}
