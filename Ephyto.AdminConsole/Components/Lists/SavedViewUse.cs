using Ephyto.AdminConsole.Components.Lists.UseCases;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>What the panel of saved views may do, in one hand.</summary>
internal sealed record SavedViewUse(ListSavedViews Views, KeepView Keep, RenameView Rename, RemoveView Remove, OpenViewFirst OpenFirst);
