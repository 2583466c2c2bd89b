namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>The console's own icons: they need no font, no library and no script.</summary>
public enum IconKind
{
    None, Check, Clock, Warning, Stop, Info, Question, Email, Person, People, Globe, Document, Forward, Sun, Moon, Leaf, Flask,
    Shield, Pause, Closed, Key, Link, Search, Flag, Menu, SignOut, Telephone, Building, Refresh, Download, Edit, Add, Remove, History,
}
