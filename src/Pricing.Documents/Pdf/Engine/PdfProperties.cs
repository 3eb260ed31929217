namespace Pricing.Documents.Pdf.Engine;

/// <summary>What a PDF says of itself.</summary>
/// <param name="Title">Title, shown in the reader's window.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Language">Language of its text, such as de.</param>
/// <param name="Created">Day of the version.</param>
internal sealed record PdfProperties(string Title, string Author, string Subject, string Language, DateOnly Created);
