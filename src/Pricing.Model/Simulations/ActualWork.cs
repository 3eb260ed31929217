namespace Pricing.Model.Simulations;

/// <summary>What the work of some phases takes in a trial: the counterpart of <see cref="Fees.Work"/>.</summary>
internal sealed record ActualWork
{
    /// <summary>No work.</summary>
    public static readonly ActualWork None = new();

    /// <summary>L f.</summary>
    public Linear Labour { get; init; } = 0;

    /// <summary>Card f.</summary>
    public Linear CardValue { get; init; } = 0;

    /// <summary>Hours f.</summary>
    public Linear Hours { get; init; } = 0;

    /// <summary>A.</summary>
    public Linear Ai { get; init; } = 0;

    /// <summary>T.</summary>
    public Linear ThirdParty { get; init; } = 0;

    /// <summary>K, the same in every trial: no draw moves what artists are paid.</summary>
    public double ArtistSocialLevy { get; init; }

    /// <summary>L f + A.</summary>
    public Linear OwnCost => Labour + Ai;

    /// <summary>T + K.</summary>
    public Linear PassThrough => ThirdParty + ArtistSocialLevy;

    /// <summary>L f + A + T + K.</summary>
    public Linear Cost => OwnCost + PassThrough;

    /// <summary>Sum of two pieces of work.</summary>
    public static ActualWork operator +(ActualWork left, ActualWork right) => new()
    {
        Labour = left.Labour + right.Labour,
        CardValue = left.CardValue + right.CardValue,
        Hours = left.Hours + right.Hours,
        Ai = left.Ai + right.Ai,
        ThirdParty = left.ThirdParty + right.ThirdParty,
        ArtistSocialLevy = left.ArtistSocialLevy + right.ArtistSocialLevy,
    };
}
