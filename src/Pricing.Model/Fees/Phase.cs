namespace Pricing.Model.Fees;

/// <summary>The phases of an engagement; a combined structure prices each its own way.</summary>
public enum Phase
{
    /// <summary>What to say to whom, and why it pays.</summary>
    Strategy,

    /// <summary>The idea.</summary>
    Ideation,

    /// <summary>What is made of the idea.</summary>
    Production,
}

/// <summary>How work is done.</summary>
public enum ProductionMethod
{
    /// <summary>By people.</summary>
    Classic,

    /// <summary>By a generative model, selected by people.</summary>
    Ai,

    /// <summary>By both.</summary>
    Hybrid,
}
