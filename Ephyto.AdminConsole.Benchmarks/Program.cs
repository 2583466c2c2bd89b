Console.WriteLine("Ephyto.AdminConsole.Benchmarks");
