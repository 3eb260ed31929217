namespace Pricing.Documents.Pdf.Layout;

/// <summary>The page grid in points: twelve columns of 27.5 with gutters of 14, on a module of 7.</summary>
internal static class Grid
{
    /// <summary>Width of a page, A4 upright.</summary>
    public const double PageWidth = 595.28;

    /// <summary>Height of a page.</summary>
    public const double PageHeight = 841.89;

    public const double Left = 55.64;
    public const double Width = 484;
    public const double Right = Left + Width;
    public const double Top = 84;
    public const double Bottom = 777;
    public const double Pitch = 41.5;
    public const double Module = 7;

    /// <summary>The margin column holds section numbers, row labels and small notes.</summary>
    public const double MarginWidth = 110.5;

    /// <summary>The main column holds running text.</summary>
    public const double Main = 180.14;

    public const double MainWidth = 359.5;

    /// <summary>Gap between the columns of cards and key figures.</summary>
    public const double Gutter = 14;

    /// <summary>Left edge of a column, 1 to 12.</summary>
    public static double Column(int number) => Left + Pitch * (number - 1);
}
