namespace Pricing.Documents.Pdf.Proposal;

/// <summary>How far a document takes prices apart. All levels are drawn from one source, so their sums are the same.</summary>
public enum ProposalDetail
{
    /// <summary>Net, VAT and gross only.</summary>
    Summary,

    /// <summary>A sum for each phase and group.</summary>
    Sections,

    /// <summary>Every line.</summary>
    Lines,

    /// <summary>Every line, and what the work costs the agency by phase and kind; never a rate or a salary.</summary>
    OpenBook,
}
