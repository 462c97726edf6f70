using System.Reflection;

/// <summary>A library that plugins bring along, in versions.</summary>
public static class Library
{
    public static string Version => typeof(Library).Assembly.GetName().Version!.ToString();
}
