namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>Why a request was refused, where its status alone does not say it. Each has its words in <see cref="RefusalText"/>.</summary>
internal enum RefusalKind
{
    /// <summary>The page was opened before the reader signed in or out, or before the console was set up anew.</summary>
    StaleForm,

    /// <summary>The browser did not send the cookie that belongs to every form.</summary>
    NoCookie,

    /// <summary>Another site sent the form.</summary>
    ForeignForm,

    /// <summary>The form could not be read at all.</summary>
    UnreadableForm,

    /// <summary>The address asked for names no host, or none that can be.</summary>
    UnreadableHost,

    /// <summary>The page has no such form, or no longer: mostly because it was sent already.</summary>
    UsedForm,

    /// <summary>Something else was done before the button was pressed; the words of it come with the refusal.</summary>
    Overtaken,

    /// <summary>The link that opened the page had ended before the button was pressed.</summary>
    LinkEnded,

    /// <summary>The page needs a sign-in, and the reader's has ended.</summary>
    SessionOver,

    /// <summary>Others kept the store to themselves.</summary>
    Busy,

    /// <summary>The store cannot be reached, or takes nothing.</summary>
    NoStore,
}
