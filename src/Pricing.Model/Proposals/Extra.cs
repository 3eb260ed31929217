namespace Pricing.Model.Proposals;

/// <summary>A line that the client chooses: optional by itself, or exactly one of a group.</summary>
/// <param name="Code">Names it within its option, in acceptances.</param>
/// <param name="Name">What it is.</param>
/// <param name="Description">More of it, Markdown; null where the name says all.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="UnitPrice">Net price of a unit.</param>
/// <param name="Amount">Net price of all, in the minor unit.</param>
/// <param name="VatRate">Its VAT rate, a fraction in [0, 1].</param>
/// <param name="Group">The group of which exactly one is chosen; null for an optional line.</param>
/// <param name="IsPreselected">Whether the agency recommends it; one of each group is.</param>
public sealed record Extra(
    string Code, string Name, string? Description, decimal Quantity, string Unit, decimal UnitPrice, decimal Amount, decimal VatRate, string? Group, bool IsPreselected)
{
    /// <summary>Whether it is in the price unless the client chooses otherwise: the preselected one of a group.</summary>
    public bool IsInBasePrice => Group is not null && IsPreselected;
}

/// <summary>Net and tax of one rate.</summary>
/// <param name="Rate">The rate, a fraction in [0, 1].</param>
/// <param name="Net">Net at that rate.</param>
/// <param name="Vat">VAT on it.</param>
public sealed record VatLine(decimal Rate, decimal Net, decimal Vat);

/// <summary>What an option costs with what the client chose.</summary>
/// <param name="Net">Net.</param>
/// <param name="VatLines">Tax by rate.</param>
public sealed record OptionTotal(decimal Net, IReadOnlyList<VatLine> VatLines)
{
    /// <summary>VAT of all rates.</summary>
    public decimal Vat => VatLines.Sum(line => line.Vat);

    /// <summary>Net and VAT.</summary>
    public decimal Gross => Net + Vat;
}

/// <summary>What falls due at a milestone.</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="Net">Net.</param>
/// <param name="Vat">VAT on it.</param>
public sealed record Instalment(Milestone Milestone, decimal Net, decimal Vat)
{
    /// <summary>Net and VAT.</summary>
    public decimal Gross => Net + Vat;
}
