namespace Ephyto.AdminConsole.Components.Account;

/// <summary>The texts of the account pages and of the e-mails about accounts.</summary>
internal sealed class AccountText;
