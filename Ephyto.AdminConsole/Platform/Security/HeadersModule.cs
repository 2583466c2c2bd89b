namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// What the browser is told about every answer. Scripts come from this console only, never inline.
/// Inline styles are allowed: MudBlazor writes its palette and the place of its popovers as styles.
/// </summary>
internal static class HeadersModule
{
    public static IApplicationBuilder UseHeaders(this IApplicationBuilder app)
    {
        var policies = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddContentSecurityPolicy(AddSources)
            .AddPermissionsPolicy(AddFeatures);
        if (!app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            policies.AddStrictTransportSecurityMaxAgeIncludeSubDomains();
        }

        return app.UseOpenToOthers().UseSecurityHeaders(policies).UsePrivacy();
    }

    private static void AddSources(CspBuilder csp)
    {
        csp.AddDefaultSrc().Self();
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self().UnsafeInline();
        csp.AddImgSrc().Self().Data();
        csp.AddFontSrc().Self();
        csp.AddConnectSrc().Self();
        csp.AddFormAction().Self();
        csp.AddBaseUri().Self();
        csp.AddObjectSrc().None();
        csp.AddFrameSrc().None();
        csp.AddFrameAncestors().None();
    }

    private static void AddFeatures(PermissionsPolicyBuilder features)
    {
        features.AddCamera().None();
        features.AddMicrophone().None();
        features.AddGeolocation().None();
        features.AddPayment().None();
        features.AddUsb().None();
        features.AddDisplayCapture().None();
        features.AddPublickeyCredentialsGet().Self();
        features.AddPublickeyCredentialsCreate().Self();
    }
}
