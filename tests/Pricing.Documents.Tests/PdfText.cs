using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Pricing.Documents.Tests;

/// <summary>What a reader sees of a PDF.</summary>
internal sealed class PdfText : IDisposable
{
    private readonly PdfDocument document;

    public PdfText(byte[] file)
    {
        document = PdfDocument.Open(file);
        Pages = [.. document.GetPages()];
        Words = [.. Pages.Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)).Replace('\u00A0', ' '))];
    }

    public IReadOnlyList<Page> Pages { get; }

    /// <summary>The words of each page in reading order.</summary>
    public IReadOnlyList<string> Words { get; }

    public string All => string.Join('\n', Words);

    public IReadOnlyList<string> Bookmarks => document.TryGetBookmarks(out var bookmarks) ? [.. bookmarks.Roots.Select(node => node.Title)] : [];

    public IReadOnlyList<string> Fonts => [.. Pages.SelectMany(page => page.Letters).Select(letter => letter.FontName!).Distinct()];

    public DocumentInformation Information => document.Information;

    /// <summary>Letters that stand outside of the text's margins.</summary>
    public IEnumerable<string> Outside(double left, double right) =>
        from page in Pages
        from letter in page.Letters
        where !string.IsNullOrWhiteSpace(letter.Value)
        where letter.BoundingBox.Left < left || letter.BoundingBox.Right > right || letter.BoundingBox.Bottom < 20 || letter.BoundingBox.Top > 820
        select $"{letter.Value} at {letter.BoundingBox} on page {page.Number}";

    public void Dispose() => document.Dispose();
}
