using Ephyto.AdminConsole.Components;
using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Members;
using Ephyto.AdminConsole.Features.Nppos;
using Ephyto.AdminConsole.Features.Registrations;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Observability;
using Microsoft.Extensions.Options;

if (args is [HealthCommand.Name]) return await HealthCommand.RunAsync();

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddData(builder.Configuration);
builder.Services.AddPlatform(builder.Configuration, builder.Environment);
builder.Services.AddShell(builder.Configuration);
builder.Services.AddAccount();
builder.Services.AddNppos();
builder.Services.AddMembers(builder.Configuration);
builder.Services.AddRegistrations(builder.Configuration);

var app = builder.Build();
app.Services.GetRequiredService<IStartupValidator>().Validate();
app.UseShell();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.UseAntiforgery();
app.MapHealth();
app.MapEmail();
app.MapLinkRenewal();
app.MapRegistrations();
app.MapAccount();
app.MapShell();
await app.Services.MigrateDatabaseAsync(CancellationToken.None);
await app.RunAsync();
return 0;
