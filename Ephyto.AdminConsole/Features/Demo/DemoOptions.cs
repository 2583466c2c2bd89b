using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Demo;

/// <summary>Section <c>Demo</c>.</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Whether an empty database begins with invented data. Unset: in Development only. Production refuses it.</summary>
    public bool? Enabled { get; set; }
}

internal sealed class DemoOptionsValidator(IHostEnvironment host) : IValidateOptions<DemoOptions>
{
    public ValidateOptionsResult Validate(string? name, DemoOptions options) =>
        options.Enabled == true && host.IsProduction()
            ? ValidateOptionsResult.Fail("Set Demo:Enabled to false: Production takes no invented data.")
            : ValidateOptionsResult.Success;
}
