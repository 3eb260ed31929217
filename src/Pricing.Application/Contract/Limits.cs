namespace Pricing.Application.Contract;

/// <summary>Sizes that the contract allows.</summary>
internal static class Limits
{
    /// <summary>Bytes of a document: 1 MiB.</summary>
    public const int Document = 1_048_576;

    /// <summary>Levels of nesting, the document being the first.</summary>
    public const int Nesting = 32;

    /// <summary>Characters of a text.</summary>
    public const int Text = 300;

    /// <summary>Characters of a description.</summary>
    public const int Description = 10_000;

    /// <summary>Entries of a list, where no other limit is named.</summary>
    public const int List = 1_000;

    /// <summary>Months of a term or delay.</summary>
    public const int Term = 240;

    public const int IncludedRounds = 1_000;

    public const int Roles = 200;

    public const int RoleHours = 20;

    public const int Generations = 20;

    public const int Drivers = 100;

    public const int States = 60;

    public const int Kpis = 50;

    public const int FeeStructures = 50;

    public const int Units = 200;

    public const int Parts = 20;
}
