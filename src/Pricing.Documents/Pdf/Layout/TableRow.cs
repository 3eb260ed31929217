using Pricing.Documents.Charts;

namespace Pricing.Documents.Pdf.Layout;

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="X">Left edge.</param>
/// <param name="Width">Width.</param>
/// <param name="IsRight">Whether its cells are set flush right, as numbers are.</param>
internal sealed record Column(string Head, double X, double Width, bool IsRight = false)
{
    public Anchor Anchor => IsRight ? Anchor.End : Anchor.Start;

    /// <summary>Where the cells' text starts or ends.</summary>
    public double Edge => IsRight ? X + Width : X;
}

/// <summary>A row of a table.</summary>
internal sealed record TableRow
{
    /// <summary>One text per column; missing ones stay empty.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>A small line under the text of the second cell.</summary>
    public string? Note { get; init; }

    public Weight Weight { get; init; } = Weight.Regular;

    /// <summary>A cell that is semibold in a row that is not; null for none.</summary>
    public int? StrongCell { get; init; }

    public Colour Colour { get; init; } = Style.Ink;

    /// <summary>Rule above the row; none below a head.</summary>
    public Stroke? Rule { get; init; } = new(Style.Grid, Style.Hairline);

    /// <summary>Where the rule starts.</summary>
    public double RuleFrom { get; init; } = Layout.Grid.Left;

    /// <summary>White space above the rule.</summary>
    public double Above { get; init; }

    /// <summary>Whether the row may not be parted from the next one.</summary>
    public bool KeepsNext { get; init; }

    /// <summary>What the row adds to the sum carried over a page break; zero for sums themselves.</summary>
    public decimal Amount { get; init; }

    /// <summary>Whether nothing is left to carry over above this row.</summary>
    public bool IsTotal { get; init; }

    /// <summary>A square to tick before the first cell.</summary>
    public bool HasBox { get; init; }

    public TextStyle StyleOf(int cell) => Weight == Weight.SemiBold || cell == StrongCell ? Style.Strong : Style.Text;
}
