namespace Pricing.Documents;

/// <summary>Files to put inside a proposal. They go to whoever gets the document, so they hold nothing that it does not show.</summary>
public sealed record ProposalAttachments
{
    /// <summary>No file.</summary>
    public static ProposalAttachments None { get; } = new();

    /// <summary>The client's workbook; null for none.</summary>
    public byte[]? Workbook { get; init; }

    /// <summary>The proposal for machines, JSON in UTF-8; null for none.</summary>
    public byte[]? Json { get; init; }

    /// <summary>Name of the files without their endings, such as Angebot-2026-0147-F2.</summary>
    public string BaseName { get; init; } = "proposal";

    // What every system takes as the name of a file.
    internal string SafeName =>
        new string([.. BaseName.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')]).Trim('.') is { Length: > 0 } name ? name : "proposal";

    /// <summary>Whether there is any.</summary>
    internal bool Any => Workbook is not null || Json is not null;
}
