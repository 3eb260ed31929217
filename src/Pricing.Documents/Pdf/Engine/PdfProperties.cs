namespace Pricing.Documents.Pdf.Engine;

/// <summary>What a PDF says of itself.</summary>
/// <param name="Title">Title, shown in the reader's window.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Language">Language of its text, such as de.</param>
/// <param name="Created">Day of the version.</param>
internal sealed record PdfProperties(string Title, string Author, string Subject, string Language, DateOnly Created)
{
    /// <summary>Words to find it by; empty for none.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>SHA-256 of what it was made from, in hex; null where there is none.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Files inside it.</summary>
    public IReadOnlyList<PdfAttachment> Attachments { get; init; } = [];
}

/// <summary>A file inside a PDF.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it is, such as application/json.</param>
/// <param name="Description">What it holds, for people.</param>
/// <param name="Relationship">How it relates to the document: Data for the same figures in another form, Source for what it was made from.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record PdfAttachment(string Name, string MediaType, string Description, string Relationship, byte[] Content);
